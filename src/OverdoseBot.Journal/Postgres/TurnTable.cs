using Npgsql;
using NpgsqlTypes;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Loads, keeps and lists turns: one round trip each, all of it within one conversation.</summary>
internal sealed class TurnTable(Server server, Seal seal)
{
    private const string BeginSql = """
        SELECT c.version, c.record, l.turn, l.at, l.inbound_key, l.inbound, l.outgoing FROM conversation c
        LEFT JOIN LATERAL (
          SELECT * FROM log WHERE log.conversation = $1 AND log.turn > c.turn - $3 AND log.inbound_key = $2 ORDER BY log.turn DESC LIMIT 1) l ON true
        WHERE c.conversation = $1
        """;

    private const string CommitSql =
        "SELECT conflict, kept, turn, at, inbound_key, inbound, outgoing FROM commit_turn_1($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

    // Behind a commit, in its transaction: what the commit made of it.
    private const string VersionSql = "SELECT version FROM conversation WHERE conversation = $1";

    // Nothing where the commit kept nothing.
    private const string EraseSql = """
        UPDATE log SET inbound = NULL, outgoing = '' WHERE conversation = $1 AND at >= $2
          AND turn < (SELECT max(kept.turn) FROM log kept WHERE kept.conversation = $1 AND kept.inbound_key = $3)
        """;

    private const string HistorySql =
        "SELECT turn, at, inbound_key, inbound, outgoing FROM log WHERE conversation = $1 AND turn > $2 ORDER BY turn LIMIT $3";

    public Task<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel) => server.RunAsync(
        async (connection, token) =>
        {
            await using var command = Sql.Command(
                connection, BeginSql, Sql.Bytes(Key.Of(conversation)), Sql.Text(inboundKey), Sql.Integer(JournalLimits.RecentKeys));
            await using var row = await command.ExecuteReaderAsync(token);
            using var box = seal.Of(conversation);
            return await row.ReadAsync(token)
                ? new Opened(box.Open(Kind.Record, string.Empty, row.GetFieldValue<byte[]>(1)), row.GetInt64(0), row.IsDBNull(2) ? null : Turn(row, 2, box))
                : new Opened(null, 0, null);
        },
        cancel);

    public Task<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel) => server.RunAsync<CommitOutcome>(
        async (connection, token) =>
        {
            using var box = seal.Of(turn.Conversation);
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands = { Sql.Part(CommitSql, Values(turn, box)), Sql.Part(VersionSql, Sql.Bytes(Key.Of(turn.Conversation))) },
            };
            if (turn.ErasesSince is { } since)
            {
                batch.BatchCommands.Add(Sql.Part(EraseSql, Sql.Bytes(Key.Of(turn.Conversation)), Sql.Number(Times.Stored(since)), Sql.Text(turn.InboundKey)));
            }

            await using var row = await batch.ExecuteReaderAsync(token);
            await row.ReadAsync(token);
            CommitOutcome outcome = row switch
            {
                _ when row.GetBoolean(0) => new CommitOutcome.Conflict(),
                _ when row.IsDBNull(1) => new CommitOutcome.Duplicate(Turn(row, 2, box)),
                _ => new CommitOutcome.Done(new(row.GetInt64(1), turn.InboundKey, turn.Inbound, [.. turn.Outgoing], Times.Loaded(Times.Stored(turn.At))), 0),
            };
            await row.NextResultAsync(token);
            var version = await row.ReadAsync(token) ? row.GetInt64(0) : 0;
            // The transaction ends after the rows: a commit that fails is heard of only now.
            await row.NextResultAsync(token);
            return outcome is CommitOutcome.Done done ? done with { Version = version } : outcome;
        },
        cancel,
        whole: true);

    public Task<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation, long after, int most, CancellationToken cancel) =>
        server.RunAsync<IReadOnlyList<LoggedTurn>>(
            async (connection, token) =>
            {
                using var box = seal.Of(conversation);
                return await Sql.AllAsync(
                    Sql.Command(connection, HistorySql, Sql.Bytes(Key.Of(conversation)), Sql.Number(after), Sql.Number(most)), row => Turn(row, 0, box), token);
            },
            cancel);

    private static NpgsqlParameter[] Values(TurnEntry turn, Box box)
    {
        var waiting = turn.Outbox.Select(message => Waiting.Of(message, turn.At)).ToArray();
        return
        [
            Sql.Bytes(Key.Of(turn.Conversation)),
            Sql.Text(turn.Conversation),
            Sql.Number(turn.Version),
            Sql.Text(turn.InboundKey),
            Sql.Bytes(box.Record(turn.Record)),
            Sql.Bytes(turn.Inbound is { } inbound ? box.Close(Kind.Inbound, turn.InboundKey, TextBytes.Of(inbound)) : null),
            Sql.Bytes(box.Close(Kind.Outgoing, turn.InboundKey, TextBytes.Of(StoredText.Join(turn.Outgoing)))),
            Sql.Number(turn.NextDue is { } due ? Times.StoredDue(due) : null),
            Sql.Number(Times.Stored(turn.At)),
            Sql.Flag(turn.FromPerson),
            Sql.Integer(JournalLimits.RecentKeys),
            Sql.Flag(turn.DropsPerishable),
            Sql.Many(NpgsqlDbType.Text, turn.Outbox.Select(message => message.Target).ToArray()),
            Sql.Many(NpgsqlDbType.Bytea, turn.Outbox.Select(message => Key.Of(message.Target)).ToArray()),
            Sql.Many(NpgsqlDbType.Bigint, waiting.Select(times => times.Ready).ToArray()),
            Sql.Many(NpgsqlDbType.Bigint, waiting.Select(times => times.Expires).ToArray()),
            Sql.Many(NpgsqlDbType.Boolean, turn.Outbox.Select(message => message.Perishable).ToArray()),
            Sql.Many(NpgsqlDbType.Bytea, turn.Outbox.Select(message => box.Close(Kind.Body, message.Target, TextBytes.Of(message.Body))).ToArray()),
        ];
    }

    private static LoggedTurn Turn(NpgsqlDataReader row, int first, Box box)
    {
        var key = row.GetString(first + 2);
        return new(
            row.GetInt64(first),
            key,
            row.IsDBNull(first + 3) ? null : TextBytes.From(box.Open(Kind.Inbound, key, row.GetFieldValue<byte[]>(first + 3))),
            StoredText.Split(TextBytes.From(box.Open(Kind.Outgoing, key, row.GetFieldValue<byte[]>(first + 4)))),
            Times.Loaded(row.GetInt64(first + 1)));
    }
}
