using System.Text.RegularExpressions;
using OverdoseBot.Journal.Postgres;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>
/// The plans that the server really used, those inside functions too (auto_explain), over tables with rows in them. What is no look over all conversations
/// must reach each table through an index with the conversation as its condition: then one shard answers it.
/// </summary>
public sealed partial class PlanTests
{
    private const int Conversations = 2_000;
    private const string Explained = "Application Name=plans;Options=-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 "
        + "-c auto_explain.log_nested_statements=on -c auto_explain.log_format=json";

    private const string Fill = """
        INSERT INTO conversation SELECT sha256(convert_to('f' || n, 'UTF8')), 'f' || n, nextval('journal_number'), 5, n, 'record' FROM generate_series(1, 2000) n;
        INSERT INTO log SELECT c.conversation, t, 0, 'in-' || t, 'x', '1:y' FROM conversation c, generate_series(1, 5) t;
        INSERT INTO alarm SELECT conversation, heard_at FROM conversation;
        INSERT INTO outbox SELECT conversation, nextval('journal_number'), sha256('sms'), 'sms', heard_at, heard_at, 9e12, true, false, 0, 0, 'body'
          FROM conversation, generate_series(1, 3);
        ANALYZE conversation, log, alarm, outbox;
        """;

    private static readonly CancellationToken _never = CancellationToken.None;

    // Each is a read or a cleaning without locks, and none is part of a turn.
    private static readonly string[] _looks = [AlarmTable.DueSql, AlarmTable.NextSql, OutboxRows.HeadsSql, Sweeper.PageSql, .. Releases.Statements];

    [Fact]
    public async Task Every_statement_of_a_turn_a_claim_or_a_deletion_stays_within_one_conversation()
    {
        var plans = await PlansAsync();
        var hot = plans.Where(plan => !_looks.Contains(plan.Query)).ToList();
        // A turn's load, commit and history, what the functions do, and both claims.
        hot.Count.ShouldBeGreaterThan(40);
        string[] tables = ["conversation", "log", "alarm", "outbox"];
        hot.SelectMany(plan => plan.Scans).Select(scan => scan.Table).Distinct().ShouldBe(tables, ignoreOrder: true);
        foreach (var plan in hot)
        {
            plan.Scans.ShouldAllBe(scan => ByConversation().IsMatch(scan.Condition), plan.Query);
        }
    }

    [Fact]
    public async Task The_looks_that_run_each_second_follow_their_index()
    {
        var plans = await PlansAsync();
        plans.Where(plan => plan.Query == AlarmTable.DueSql).SelectMany(plan => plan.Scans).Where(scan => scan.Table == "alarm")
            .Select(scan => scan.Index).Distinct().ShouldBe(["alarm_due"]);
        plans.Where(plan => plan.Query == OutboxRows.HeadsSql).SelectMany(plan => plan.Scans).Select(scan => scan.Index).Distinct().ShouldBe(["outbox_due"]);
    }

    private static async Task<List<Plan>> PlansAsync()
    {
        using var cluster = await Cluster.StartAsync();
        var connection = await cluster.SchemaAsync();
        await using (await Replicas.OpenAsync(connection))
        {
            await Cluster.RunAsync(connection, Fill);
        }

        await using (var journal = await Replicas.OpenAsync($"{connection};{Explained}"))
        {
            await UseAsync(journal);
        }

        return [.. Plan.Read(cluster.Log)];
    }

    // Often enough that the server settles on its general plans.
    private static async Task UseAsync(PostgresJournal journal)
    {
        var soon = DateTimeOffset.UnixEpoch.AddMilliseconds(9);
        for (var i = 1; i <= 8; i++)
        {
            var old = await journal.BeginAsync($"f{i}", "in-new", _never);
            var turn = SqliteTurns.Turn($"f{i}", "in-new", old.Version) with { DropsPerishable = i % 2 == 0, NextDue = i % 3 == 0 ? null : soon, Outbox = [new("sms", "text")] };
            await Replicas.DoneAsync(journal, turn);
            (await journal.CommitAsync(turn, _never)).ShouldBeOfType<CommitOutcome.Duplicate>();
            (await journal.CommitAsync(turn with { InboundKey = "other" }, _never)).ShouldBeOfType<CommitOutcome.Conflict>();
            await Replicas.DoneAsync(journal, SqliteTurns.Turn($"new{i}"));
            (await journal.BeginAsync($"f{i}", "in-new", _never)).Earlier.ShouldNotBeNull();
            (await journal.HistoryAsync($"f{i}", 3, 10, _never)).Count.ShouldBe(3);
            await journal.DueAsync(soon, 2, _never);
            var claimed = await journal.OutboxRows.ClaimAsync("sms", soon, 2, _never);
            await journal.OutboxRows.NextDueAsync("sms", _never);
            foreach (var (row, place) in claimed.Select((row, place) => (row, place)))
            {
                await journal.OutboxRows.SettleAsync(row, place == 0 ? new Delivery.Delivered() : new Delivery.Retry(soon), _never);
            }

            await journal.ForgetAsync($"f{Conversations - i}", _never);
        }

        await journal.SweepAsync(DateTimeOffset.UnixEpoch.AddMilliseconds(100), _never);
    }

    // "conversation = $1" or a literal: never another table's column.
    [GeneratedRegex(@"\(conversation = (\$\d+|p_conversation|'\\x)")]
    private static partial Regex ByConversation();
}
