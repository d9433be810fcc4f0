using Microsoft.Extensions.Logging;
using OverdoseBot.Journal.Tests.Postgres;

namespace OverdoseBot.Journal.Tests.Sealing;

/// <summary>Keys over PostgreSQL, for several replicas at once.</summary>
public sealed class PostgresSealTests : SealContract
{
    private string _connection = null!;

    public override async Task InitializeAsync() => _connection = await (await Cluster.SharedAsync()).SchemaAsync();

    public override Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task While_keys_change_replicas_with_either_serve_the_same_conversations_and_the_last_look_leaves_nothing()
    {
        await using var one = await OpenAsync(OneReadingOther);
        await WriteAsync(one, "begun before");
        var log = new CollectedLog();
        await using (var other = await OpenAsync(OtherReadingOne, log))
        {
            await WriteAsync(other, "begun after");
            await ShouldBeThereAsync(other, "begun before");
            await ShouldBeThereAsync(one, "begun after");
            await SayAsync(other, "begun before", "in-3", []);
            await SayAsync(one, "begun after", "in-3", []);
            await SweepAsync(other);
            // It has not been asked to stop yet, and goes on with the key that it has.
            await SayAsync(one, "begun before", "in-4", []);
            await SayAsync(one, "begun after", "in-4", []);
            (await ClaimAsync(one)).Count.ShouldBe(2);
            await one.DisposeAsync();
            await SweepAsync(other);
            await SweepAsync(other);
        }

        log.Lines.Count.ShouldBe(3);
        log.Lines.ShouldAllBe(line => line.Contains("another: 0."));
        log.Lines.Last().ShouldContain("current key: 0.");
        await using var after = await OpenAsync(Other);
        foreach (var conversation in (string[])["begun before", "begun after"])
        {
            (await after.HistoryAsync(conversation, 0, 10, Never)).Select(turn => turn.Inbound).ShouldAllBe(text => text!.Contains(Word));
            (await after.BeginAsync(conversation, "in-4", Never)).Earlier.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Sealing_anew_never_takes_back_a_turn_that_is_written_meanwhile()
    {
        const int Turns = 60;
        await using (var plain = await OpenAsync(JournalKeys.None))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => WriteAsync(plain, $"c{i}")));
        }

        await using var one = await OpenAsync(OneReadingOther);
        await using var other = await OpenAsync(OtherReadingOne);
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            for (var turn = 3; turn < Turns; turn++)
            {
                await SayAsync(turn % 2 == 0 ? one : other, $"c{i}", $"in-{turn}", [new("sms", $"{turn} {Word}")]);
            }
        }));
        while (!writing.IsCompleted)
        {
            await Task.WhenAll(SweepAsync(one), SweepAsync(other));
        }

        await writing;
        for (var i = 0; i < 8; i++)
        {
            (await one.BeginAsync($"c{i}", $"in-{Turns - 1}", Never)).Earlier.ShouldNotBeNull().Turn.ShouldBe(Turns - 1);
            (await other.HistoryAsync($"c{i}", 0, 100, Never)).Select(turn => turn.InboundKey).ShouldBe(Enumerable.Range(1, Turns - 1).Select(turn => $"in-{turn}"));
        }
    }

    protected override string Connection => _connection;

    protected override string Literal(byte[] bytes) => $"'\\x{Convert.ToHexStringLower(bytes)}'::bytea";

    protected override async ValueTask<IJournal> OpenAsync(JournalKeys keys, ILogger log) =>
        await PostgresJournal.OpenAsync(Connection, TimeProvider.System, log, keys);

    // As a dump has it: bytes in hexadecimal digits.
    protected override async Task<bool> HoldsAsync(string text)
    {
        var all = (string)(await Cluster.RunAsync(Connection, """
            SELECT concat((SELECT string_agg(c::text, ' ') FROM conversation c), (SELECT string_agg(l::text, ' ') FROM log l),
              (SELECT string_agg(a::text, ' ') FROM alarm a), (SELECT string_agg(o::text, ' ') FROM outbox o))
            """))!;
        return all.Contains(text, StringComparison.Ordinal) || all.Contains(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }

    protected override Task<object?> RunAsync(string sql, params string[] conversations) => Cluster.RunAsync(Connection, string.Format(
        null, sql, [.. conversations.Select(c => $"conversation = sha256(convert_to('{c}', 'UTF8'))")]));
}
