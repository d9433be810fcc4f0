using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>Who gets in, who waits and who is turned away, in which order.</summary>
public sealed class GateTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Everybody_gets_in_at_once_while_there_is_room_and_nobody_is_asked_how_urgent_it_is()
    {
        var gate = Gate(atOnce: 3, waiting: 0);
        for (var i = 0; i < 10; i++)
        {
            (await gate.EnterAsync(() => throw new InvalidOperationException("asked"), default)).ShouldBeTrue();
            gate.Leave();
        }

        (gate.InHand, gate.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Clocks_go_before_emergencies_and_emergencies_before_who_is_calm_each_in_the_order_in_which_they_came()
    {
        var gate = Gate(atOnce: 1, waiting: 10);
        await gate.EnterAsync(() => Urgency.Calm, default);
        var entered = new List<string>();
        (string Name, Urgency Urgency)[] came =
        [
            ("calm 1", Urgency.Calm), ("emergency 1", Urgency.Emergency), ("clock 1", Urgency.Clock), ("calm 2", Urgency.Calm), ("clock 2", Urgency.Clock), ("emergency 2", Urgency.Emergency),
        ];
        var all = came.Select(c => InAsync(gate, c.Name, c.Urgency, entered)).ToList();
        entered.ShouldBeEmpty();

        gate.Leave();
        await Task.WhenAll(all);

        entered.ShouldBe(["clock 1", "clock 2", "emergency 1", "emergency 2", "calm 1", "calm 2"]);
        (gate.InHand, gate.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task When_it_is_full_an_emergency_takes_the_place_of_who_is_calm_and_came_last()
    {
        var gate = Gate(atOnce: 1, waiting: 2);
        await gate.EnterAsync(() => Urgency.Calm, default);
        var (first, last) = (Enter(gate, Urgency.Calm), Enter(gate, Urgency.Calm));
        (await Enter(gate, Urgency.Calm)).ShouldBeFalse("there is no place, and nobody calmer");

        var emergency = Enter(gate, Urgency.Emergency);
        (await last).ShouldBeFalse();
        first.IsCompleted.ShouldBeFalse();
        var second = Enter(gate, Urgency.Emergency);
        (await first).ShouldBeFalse();
        (await Enter(gate, Urgency.Emergency)).ShouldBeFalse("only emergencies wait: the next gets the card at once");

        gate.Leave();
        (await emergency).ShouldBeTrue();
        gate.Leave();
        (await second).ShouldBeTrue();
        gate.Leave();
        (await Enter(gate, Urgency.Calm)).ShouldBeTrue("it has recovered");
    }

    [Fact]
    public async Task Nobody_waits_longer_than_two_seconds_but_a_clock_does_and_is_never_turned_away()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        await gate.EnterAsync(() => Urgency.Calm, default);
        var emergency = Enter(gate, Urgency.Emergency);
        var clocks = Enumerable.Range(0, 5).Select(_ => Enter(gate, Urgency.Clock)).ToList();

        _time.Advance(_patience - TimeSpan.FromMilliseconds(1));
        emergency.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await emergency).ShouldBeFalse();
        _time.Advance(TimeSpan.FromHours(1));
        gate.Waiting.ShouldBe(5);

        foreach (var clock in clocks)
        {
            gate.Leave();
            (await clock).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_service_that_stops_takes_its_clocks_out_of_the_queue()
    {
        var gate = Gate(atOnce: 1, waiting: 1);
        await gate.EnterAsync(() => Urgency.Calm, default);
        using var stop = new CancellationTokenSource();
        var clock = gate.EnterAsync(() => Urgency.Clock, stop.Token).AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(clock);
        (gate.InHand, gate.Waiting).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Never_more_at_once_than_asked_and_none_is_lost()
    {
        var gate = new Gate(new ReceptionOptions { AtOnce = 7, Waiting = 1_000, Patience = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var (inside, most, entered) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => Task.Run(async () =>
        {
            (await gate.EnterAsync(() => (Urgency)(i % 3), default)).ShouldBeTrue();
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref entered);
            gate.Leave();
        })));

        (entered, gate.InHand, gate.Waiting).ShouldBe((1_000, 0, 0));
        most.ShouldBeLessThanOrEqualTo(7);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; now > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }

    private static async Task InAsync(Gate gate, string name, Urgency urgency, List<string> entered)
    {
        (await gate.EnterAsync(() => urgency, default)).ShouldBeTrue();
        entered.Add(name);
        gate.Leave();
    }

    private static Task<bool> Enter(Gate gate, Urgency urgency) => gate.EnterAsync(() => urgency, default).AsTask();

    private Gate Gate(int atOnce, int waiting) => new(new ReceptionOptions { AtOnce = atOnce, Waiting = waiting, Patience = _patience }, _time);
}
