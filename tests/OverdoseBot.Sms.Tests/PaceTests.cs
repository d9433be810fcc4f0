using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.Sms;

namespace OverdoseBot.Sms.Tests;

/// <summary>How fast one sender sends, and who goes first (wire-protocols.md 5.7).</summary>
public sealed class PaceTests
{
    private const int Tries = 3;
    private static readonly TimeSpan _usual = TimeSpan.FromSeconds(6);
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("+15551230002", 1)]
    [InlineData("+447700900101", 1)]
    [InlineData("+18005550100", 3)]
    [InlineData("+18885550100", 3)]
    [InlineData("+18015550100", 1)]
    [InlineData("60777", 100)]
    [InlineData("MG0123456789abcdef0123456789abcdef", 1)]
    [InlineData("", 100)]
    public void The_kind_of_number_says_how_many_a_second(string sender, double perSecond) => SenderPace.Usual(sender).ShouldBe(perSecond);

    [Fact]
    public async Task Emergencies_pass_what_waits_and_each_group_keeps_its_order()
    {
        string[] right = ["emergency 1", "emergency 2", "reminder 1", "reminder 2", "reminder 3"];
        // Who may go notes it on a thread of its own, which a busy machine may stop behind the next.
        var went = await OrderAsync();
        for (var tries = 1; tries < Tries && !went.SequenceEqual(right); tries++)
        {
            went = await OrderAsync();
        }

        went.ShouldBe(right);
    }

    private async Task<List<string>> OrderAsync()
    {
        var pace = new SenderPace(1, _time);
        await pace.WaitAsync(emergency: false, default);
        var went = new List<string>();
        var all = new List<Task>();
        foreach (var (name, emergency) in new[] { ("reminder 1", false), ("reminder 2", false), ("emergency 1", true), ("reminder 3", false), ("emergency 2", true) })
        {
            all.Add(GoAsync(name, emergency));
        }

        (await PassedTillAsync(Task.WhenAll(all))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
        return went;

        async Task GoAsync(string name, bool emergency)
        {
            await pace.WaitAsync(emergency, default);
            lock (went)
            {
                went.Add(name);
            }
        }
    }

    [Fact]
    public async Task An_emergency_goes_at_once_behind_what_is_none_and_the_rest_waits_for_both()
    {
        var pace = new SenderPace(1, _time);
        await pace.WaitAsync(emergency: false, default);
        var rest = pace.WaitAsync(emergency: false, default);

        await pace.WaitAsync(emergency: true, default).WaitAsync(TimeSpan.FromSeconds(120));
        var second = pace.WaitAsync(emergency: true, default);

        var passed = await PassedTillAsync(second);
        passed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (passed + await PassedTillAsync(rest)).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nothing_up()
    {
        var clock = new WallClock(_time);
        var pace = new SenderPace(1, clock);
        await pace.WaitAsync(emergency: true, default);
        clock.SetBack = TimeSpan.FromSeconds(40);

        (await PassedTillAsync(pace.WaitAsync(emergency: true, default))).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_gives_up_takes_nobodys_turn()
    {
        var pace = new SenderPace(1, _time);
        await pace.WaitAsync(true, default);
        using var gone = new CancellationTokenSource();
        var first = pace.WaitAsync(true, gone.Token);
        var second = pace.WaitAsync(true, default);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);

        (await PassedTillAsync(second)).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task After_a_quiet_time_the_first_goes_at_once()
    {
        var pace = new SenderPace(0.1, _time);
        await pace.WaitAsync(true, default);
        _time.Advance(TimeSpan.FromHours(1));
        await pace.WaitAsync(false, default).WaitAsync(TimeSpan.FromSeconds(120));
        pace.WaitAsync(false, default).IsCompleted.ShouldBeFalse();
    }

    // In small steps, each with a moment of real time: turns are given on other threads, which need to have noted one before the next. What
    // takes longer than it should waits for a thread that stands still, and not for the time.
    private async Task<TimeSpan> PassedTillAsync(Task turn)
    {
        var since = _time.GetUtcNow();
        while (!turn.IsCompleted)
        {
            var (step, moment) = _time.GetUtcNow() - since < _usual ? (10, 1) : (100, 100);
            _time.Advance(TimeSpan.FromMilliseconds(step));
            await Task.WhenAny(turn, Task.Delay(moment));
        }

        return _time.GetUtcNow() - since;
    }

    // As on a machine: what the clock on the wall says may be set back, and spans go on.
    private sealed class WallClock(TimeProvider inner) : TimeProvider
    {
        public TimeSpan SetBack { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() - SetBack;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => inner.CreateTimer(callback, state, dueTime, period);
    }
}
