using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Journal.Tests;

/// <summary>Sweeps come at the start and every hour, with the right line in time.</summary>
public sealed class RetentionTests : IDisposable
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(_noon);
    private readonly CollectedLog _log = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<DateTimeOffset> _sweeps = Channel.CreateUnbounded<DateTimeOffset>();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task It_sweeps_at_the_start_and_every_hour_what_is_older_than_a_day()
    {
        var running = Start(null, _ => 3);
        (await NextAsync()).ShouldBe(_noon.AddHours(-24));
        for (var hour = 1; hour <= 3; hour++)
        {
            _time.Advance(TimeSpan.FromMinutes(59));
            _sweeps.Reader.TryRead(out _).ShouldBeFalse();
            _time.Advance(TimeSpan.FromMinutes(1));
            (await NextAsync()).ShouldBe(_noon.AddHours(hour - 24));
        }

        await StopAsync(running);
        _log.Lines.ShouldContain("Information Retention deleted 3 conversations. ");
    }

    [Fact]
    public async Task A_shorter_keep_time_sweeps_more_often()
    {
        var running = Start(TimeSpan.FromMinutes(10), _ => 0);
        (await NextAsync()).ShouldBe(_noon.AddMinutes(-10));
        _time.Advance(TimeSpan.FromMinutes(10));
        (await NextAsync()).ShouldBe(_noon);
        await StopAsync(running);
    }

    [Fact]
    public async Task A_sweep_that_fails_is_logged_without_content_and_comes_again()
    {
        var running = Start(null, _ => throw new InvalidOperationException("she wrote"));
        await NextAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await NextAsync();
        // A failure at the moment of stopping is none.
        for (var since = TimeProvider.System.GetTimestamp(); _log.Lines.Count < 2; await Task.Yield())
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(120), "it is not logged");
        }

        await StopAsync(running);
        _log.Lines.Count.ShouldBe(2);
        _log.Lines.ShouldAllBe(line => line.Contains("InvalidOperationException") && !line.Contains("she wrote"));
    }

    [Fact]
    public async Task It_deletes_in_a_real_journal()
    {
        using var folder = new TempFolder();
        await using var journal = await SqliteJournal.OpenAsync(folder.ConnectionString, TimeProvider.System, NullLogger.Instance);
        await journal.CommitAsync(SqliteTurns.Turn("old") with { At = _noon.AddHours(-24).AddSeconds(-1) }, CancellationToken.None);
        await journal.CommitAsync(SqliteTurns.Turn("recent") with { At = _noon.AddHours(-24) }, CancellationToken.None);
        var running = Task.Run(() => new Retention(journal, _time, _log).RunAsync(_stop.Token));
        while (_log.Lines.Count == 0)
        {
            running.IsCompleted.ShouldBeFalse();
            await Task.Yield();
        }

        await StopAsync(running);
        (await journal.BeginAsync("old", "none", CancellationToken.None)).Record.ShouldBeNull();
        (await journal.BeginAsync("recent", "none", CancellationToken.None)).Record.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(59)]
    [InlineData(3_651L * 24 * 3_600)]
    public void A_senseless_keep_time_is_refused(long seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Retention(new FlakyJournal(null!), _time, _log, TimeSpan.FromSeconds(seconds)));

    private Task Start(TimeSpan? keep, Func<DateTimeOffset, int> sweep)
    {
        var journal = new FlakyJournal(null!)
        {
            OnSweep = olderThan =>
            {
                _sweeps.Writer.TryWrite(olderThan);
                return sweep(olderThan);
            },
        };
        return new Retention(journal, _time, _log, keep).RunAsync(_stop.Token);
    }

    private async Task<DateTimeOffset> NextAsync() => await _sweeps.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(120));

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(120));
    }
}
