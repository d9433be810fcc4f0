using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>What is deleted is gone from the disk: the file and the write-ahead log.</summary>
public sealed class WipingTests : IDisposable
{
    private const string Secret = "she took too many blue ones";
    private const string Person = "sms:+15550100";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_sweep_leaves_no_trace_of_what_it_deleted(int times)
    {
        await using var journal = await OpenAsync();
        await WriteAsync(journal, times);
        ShouldHold(true);
        (await journal.SweepAsync(DateTimeOffset.UnixEpoch.AddDays(1), CancellationToken.None)).ShouldBe(1);
        ShouldHold(false);
        _folder.Holds("keep me"u8.ToArray()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task Forgetting_leaves_no_trace(int times)
    {
        await using var journal = await OpenAsync();
        await WriteAsync(journal, times);
        ShouldHold(true);
        await journal.ForgetAsync(Person, CancellationToken.None);
        ShouldHold(false);
        _folder.Holds("keep me"u8.ToArray()).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_turn_that_deletes_text_leaves_no_trace_of_it(int times)
    {
        await using var journal = await OpenAsync();
        await WriteAsync(journal, times, outbox: false);
        _folder.Holds(Encoding.UTF8.GetBytes(Secret)).ShouldBeTrue();
        var version = (await journal.BeginAsync(Person, "none", CancellationToken.None)).Version;
        await journal.CommitAsync(SqliteTurns.Turn(Person, "in-3", version) with { ErasesSince = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        _folder.Holds(Encoding.UTF8.GetBytes(Secret)).ShouldBeFalse();
        _folder.Holds("keep me"u8.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public async Task When_a_reader_keeps_the_log_alive_the_sweep_says_so_and_the_next_one_wipes_it()
    {
        await using var journal = await OpenAsync(new InstantTime());
        await WriteAsync(journal, 1);
        using (var outside = SqliteTurns.Outside(_folder))
        {
            Pragmas.Run(outside, "BEGIN");
            Pragmas.Ask(outside, "SELECT count(*) FROM log").ShouldBe(4L);
            var error = await Should.ThrowAsync<JournalException>(async () => await journal.SweepAsync(DateTimeOffset.UnixEpoch.AddDays(1), CancellationToken.None));
            error.Message.ShouldContain("next sweep");
            (await journal.BeginAsync(Person, "in-0", CancellationToken.None)).Record.ShouldBeNull("it is deleted all the same");
            (await journal.CommitAsync(SqliteTurns.Turn("meanwhile"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
            ShouldHold(true);
        }

        (await journal.SweepAsync(DateTimeOffset.UnixEpoch.AddDays(-1), CancellationToken.None)).ShouldBe(0);
        ShouldHold(false);
    }

    [Fact]
    public async Task A_turn_that_deletes_text_beside_a_reader_is_answered_and_the_text_goes_when_the_reader_is_done()
    {
        var time = new FakeTimeProvider();
        await using var journal = await OpenAsync(time);
        await WriteAsync(journal, 1, outbox: false);
        var version = (await journal.BeginAsync(Person, "none", CancellationToken.None)).Version;
        using (var outside = SqliteTurns.Outside(_folder))
        {
            Pragmas.Run(outside, "BEGIN");
            Pragmas.Ask(outside, "SELECT count(*) FROM log").ShouldBe(4L);
            (await journal.CommitAsync(SqliteTurns.Turn(Person, "in-3", version) with { ErasesSince = DateTimeOffset.UnixEpoch }, CancellationToken.None))
                .ShouldBeOfType<CommitOutcome.Done>();
            time.Advance(TimeSpan.FromMilliseconds(100));
            _folder.Holds(Encoding.UTF8.GetBytes(Secret)).ShouldBeTrue("the reader still needs it");
        }

        for (var since = TimeProvider.System.GetTimestamp(); _folder.Holds(Encoding.UTF8.GetBytes(Secret)); await Task.Yield())
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(180), "it is never wiped");
            time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    // Three turns, so that earlier records and rows have been replaced too; `times` makes them spill over many pages.
    private static async Task WriteAsync(SqliteJournal journal, int times, bool outbox = true)
    {
        var text = string.Concat(Enumerable.Repeat(Secret, times));
        for (var i = 0; i < 3; i++)
        {
            var version = (await journal.BeginAsync(Person, "none", CancellationToken.None)).Version;
            var turn = SqliteTurns.Turn(Person, $"in-{i}", version) with { Record = Encoding.UTF8.GetBytes(text), Inbound = text, Outgoing = [text], Outbox = outbox ? [new("sms", text, Expires: DateTimeOffset.UnixEpoch)] : [] };
            (await journal.CommitAsync(turn, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
        }

        await journal.CommitAsync(
            SqliteTurns.Turn("other") with { Inbound = "keep me", At = DateTimeOffset.UnixEpoch.AddDays(9) }, CancellationToken.None);
    }

    private void ShouldHold(bool held)
    {
        _folder.Holds(Encoding.UTF8.GetBytes(Secret)).ShouldBe(held, "what was written");
        _folder.Holds(Encoding.UTF8.GetBytes(Person)).ShouldBe(held, "who wrote it");
    }

    private async Task<SqliteJournal> OpenAsync(TimeProvider? time = null) =>
        await SqliteJournal.OpenAsync(_folder.ConnectionString, time ?? TimeProvider.System, NullLogger.Instance);

    // Pauses end as soon as they begin.
    private sealed class InstantTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
