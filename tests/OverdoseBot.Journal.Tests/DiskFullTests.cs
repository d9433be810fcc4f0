using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>A disk that is full: SQLite is told that its file may not grow, and answers as it does when the disk has no room.</summary>
public sealed class DiskFullTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Turns_fail_with_a_remedy_none_is_half_kept_and_room_alone_mends_it()
    {
        await using var journal = await SqliteJournal.OpenAsync(_folder.ConnectionString, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        Pragmas.Run(journal.Writer.Connection, "PRAGMA max_page_count=64");
        var kept = 0;
        var full = await Should.ThrowAsync<JournalException>(async () =>
        {
            for (; kept < 1_000; kept++)
            {
                (await journal.CommitAsync(Large($"c{kept}"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
            }
        });

        full.Message.ShouldContain("full");
        full.Message.ShouldContain("no restart is needed");
        kept.ShouldBeGreaterThan(0);
        (await journal.BeginAsync($"c{kept - 1}", "in-1", CancellationToken.None)).Earlier.ShouldNotBeNull("what was kept is still read");
        (await journal.BeginAsync($"c{kept}", "in-1", CancellationToken.None)).Version.ShouldBe(0);
        (await journal.DueAsync(DateTimeOffset.MaxValue, 1_000, CancellationToken.None)).Count.ShouldBe(kept);

        Pragmas.Run(journal.Writer.Connection, "PRAGMA max_page_count=1000000");
        (await journal.CommitAsync(Large($"c{kept}"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
    }

    private static TurnEntry Large(string conversation) =>
        SqliteTurns.Turn(conversation) with { Outgoing = [new string('x', 3_000)], NextDue = DateTimeOffset.UnixEpoch, Outbox = [new("sms", "text")] };
}
