using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>Turns share a transaction without sharing their fate.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Turns_that_wait_are_committed_together()
    {
        await using var journal = await OpenAsync();
        var commits = Hold(journal, SqliteTurns.Many(500));
        await AllDoneAsync(commits);
        // What the writer took before it met the lock, and what had gathered behind: at most 256 a group.
        journal.Commits.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task One_turn_that_fails_fails_alone()
    {
        await using var journal = await OpenAsync();
        Poison("ABORT");
        var news = new List<string>();
        journal.Committed += told => news.Add(told.Conversation);
        TurnEntry[] turns = [.. SqliteTurns.Many(50), SqliteTurns.Turn("bad", "poison"), SqliteTurns.Turn("c7", "in-2"), .. SqliteTurns.Many(100).Skip(50)];
        var commits = Hold(journal, turns);
        var error = await Should.ThrowAsync<JournalException>(commits[50]);
        error.Message.ShouldContain(_folder.Database);
        (await commits[51]).ShouldBeOfType<CommitOutcome.Conflict>();
        await AllDoneAsync([.. commits[..50], .. commits[52..]]);
        journal.Commits.ShouldBeInRange(1, 2);
        news.ShouldBe(SqliteTurns.Many(100).Select(turn => turn.Conversation), "each is told once, however often it was run");
        (await journal.BeginAsync("bad", "poison", CancellationToken.None)).ShouldBe(new Opened(null, 0, null));
        (await journal.BeginAsync("c99", "in-1", CancellationToken.None)).Earlier.ShouldNotBeNull();
    }

    [Fact]
    public async Task When_the_transaction_is_lost_all_of_it_fail_and_the_next_ones_work()
    {
        await using var journal = await OpenAsync();
        Poison("ROLLBACK");
        var commits = Hold(journal, [.. SqliteTurns.Many(600), SqliteTurns.Turn("bad", "poison")]);
        await Should.ThrowAsync<JournalException>(commits[^1]);
        // Its neighbours went down with it; nobody was told otherwise than what the file says.
        await ShouldTellTheTruthAsync(journal, commits[..^1]);
        (await journal.CommitAsync(SqliteTurns.Turn("after"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task When_the_commit_fails_all_callers_hear_of_it_and_nothing_is_kept()
    {
        await using var journal = await OpenAsync(";Foreign Keys=True");
        using (var outside = SqliteTurns.Outside(_folder))
        {
            Pragmas.Run(outside, """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);
                CREATE TRIGGER orphan AFTER INSERT ON log WHEN new.inbound_key = 'orphan' BEGIN INSERT INTO child VALUES (1); END;
                """);
        }

        var news = 0;
        journal.Committed += _ => news++;
        var orphan = journal.CommitAsync(SqliteTurns.Turn("bad", "orphan"), CancellationToken.None).AsTask();
        await Should.ThrowAsync<JournalException>(orphan);
        (await journal.BeginAsync("bad", "orphan", CancellationToken.None)).Record.ShouldBeNull();
        news.ShouldBe(0);

        var commits = Hold(journal, [.. SqliteTurns.Many(600), SqliteTurns.Turn("bad", "orphan")]);
        await Should.ThrowAsync<JournalException>(commits[^1]);
        await ShouldTellTheTruthAsync(journal, commits[..^1]);
        (await journal.CommitAsync(SqliteTurns.Turn("after"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task Disposal_lets_what_was_accepted_finish()
    {
        var journal = await OpenAsync();
        Task closing;
        Task<CommitOutcome>[] commits;
        using (SqliteTurns.HoldWrites(_folder))
        {
            // More than the queue takes: the last ones wait to be accepted and are turned away.
            commits = Start(journal, SqliteTurns.Many(6_000));
            closing = journal.DisposeAsync().AsTask();
        }

        await closing;
        var accepted = 0;
        foreach (var commit in commits)
        {
            try
            {
                (await commit).ShouldBeOfType<CommitOutcome.Done>();
                accepted++;
            }
            catch (ObjectDisposedException)
            {
                // Not accepted: must not be in the file.
            }
        }

        accepted.ShouldBeInRange(4_096, 5_999);
        await using var again = await OpenAsync();
        var kept = 0;
        foreach (var turn in SqliteTurns.Many(6_000))
        {
            kept += (await again.BeginAsync(turn.Conversation, "none", CancellationToken.None)).Version > 0 ? 1 : 0;
        }

        kept.ShouldBe(accepted);
    }

    [Fact]
    public async Task A_commit_that_waits_in_the_queue_can_be_cancelled_and_one_that_started_cannot()
    {
        await using var journal = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        Task<CommitOutcome>[] commits;
        Task<CommitOutcome> waiting;
        using (SqliteTurns.HoldWrites(_folder))
        {
            // The writer holds at most one group of 256.
            commits = Start(journal, SqliteTurns.Many(600));
            waiting = journal.CommitAsync(SqliteTurns.Turn("cancelled"), cancel.Token).AsTask();
            await cancel.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(waiting);
        }

        await AllDoneAsync(commits);
        (await journal.BeginAsync("cancelled", "in-1", CancellationToken.None)).Record.ShouldBeNull();
    }

    [Fact]
    public async Task A_long_read_holds_up_no_turn()
    {
        await using var journal = await OpenAsync();
        await AllDoneAsync(Start(journal, SqliteTurns.Many(10)));
        using var outside = SqliteTurns.Outside(_folder);
        Pragmas.Run(outside, "BEGIN");
        Pragmas.Ask(outside, "SELECT count(*) FROM log").ShouldBe(10L);
        (await journal.CommitAsync(SqliteTurns.Turn("meanwhile"), CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
        (await journal.BeginAsync("meanwhile", "in-1", CancellationToken.None)).Earlier.ShouldNotBeNull();
        Pragmas.Ask(outside, "SELECT count(*) FROM log").ShouldBe(10L, "the reader still reads what it began with");
    }

    // Everything is in the queue before the first of it can be written.
    private Task<CommitOutcome>[] Hold(SqliteJournal journal, IEnumerable<TurnEntry> turns)
    {
        using (SqliteTurns.HoldWrites(_folder))
        {
            return Start(journal, turns);
        }
    }

    private static Task<CommitOutcome>[] Start(SqliteJournal journal, IEnumerable<TurnEntry> turns) =>
        [.. turns.Select(turn => journal.CommitAsync(turn, CancellationToken.None).AsTask())];

    private static async Task AllDoneAsync(Task<CommitOutcome>[] commits) =>
        (await Task.WhenAll(commits)).ShouldAllBe(outcome => outcome is CommitOutcome.Done);

    private static async Task ShouldTellTheTruthAsync(SqliteJournal journal, Task<CommitOutcome>[] commits)
    {
        var failed = 0;
        for (var i = 0; i < commits.Length; i++)
        {
            await ((Task)commits[i]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var there = (await journal.BeginAsync($"c{i}", "in-1", CancellationToken.None)).Earlier is not null;
            there.ShouldBe(commits[i].IsCompletedSuccessfully);
            failed += there ? 0 : 1;
        }

        failed.ShouldBeInRange(1, 256);
    }

    private void Poison(string action)
    {
        using var outside = SqliteTurns.Outside(_folder);
        Pragmas.Run(outside, $"CREATE TRIGGER poison BEFORE INSERT ON log WHEN new.inbound_key = 'poison' BEGIN SELECT RAISE({action}, 'poison'); END");
    }

    // A writer gives up after five seconds at a lock, which a busy machine may hold for longer than the test means to.
    private async Task<SqliteJournal> OpenAsync(string more = "")
    {
        var journal = await SqliteJournal.OpenAsync(_folder.ConnectionString + more, TimeProvider.System, NullLogger.Instance);
        Pragmas.Run(journal.Writer.Connection, "PRAGMA busy_timeout = 120000");
        return journal;
    }
}
