using Npgsql;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Hands an alarm to one replica at a time, so that not every replica runs its turn. Only a help: were it handed out twice, one of the two turns would
/// meet a conflict and find it gone. So a claim ends by itself, and an alarm never hangs on a replica that lives but does not ring it.
/// </summary>
internal sealed class AlarmTable(Server server, int holder)
{
    // Reads over all conversations, claims within one: a sharded database can do both (deploy/postgresql.md).
    public const string DueSql = """
        SELECT a.conversation, c.id, a.due, a.holder, a.holder = $3 AND a.held_until > clock_timestamp() FROM alarm a
        JOIN conversation c ON c.conversation = a.conversation
        WHERE a.due <= $1 AND (a.holder IS NULL OR a.holder = $3 OR a.held_until <= clock_timestamp()) ORDER BY a.due, a.conversation LIMIT $2
        """;

    public const string NextSql = "SELECT min(due) FROM alarm";

    // "due + 0": by the key, never by the index of times, however few are due then.
    private const string ClaimSql = """
        UPDATE alarm SET holder = $4, held_until = clock_timestamp() + interval '3 seconds' WHERE conversation = $1 AND conversation = (
          SELECT conversation FROM alarm WHERE conversation = $1 AND due + 0 = $2 AND holder IS NOT DISTINCT FROM $3 FOR UPDATE SKIP LOCKED)
        RETURNING conversation
        """;

    public Task<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => server.RunAsync<IReadOnlyList<DueAlarm>>(
        async (connection, token) =>
        {
            var due = await Sql.AllAsync(
                Sql.Command(connection, DueSql, Sql.Number(Times.Stored(now)), Sql.Number(most), Sql.Integer(holder)), Candidate.Read, token);
            var taken = await TakeAsync(connection, [.. due.Where(candidate => !candidate.Mine)], token);
            return [.. due.Where(candidate => candidate.Mine || taken.Contains(candidate)).Select(candidate => candidate.Alarm)];
        },
        cancel);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => server.RunAsync<DateTimeOffset?>(
        async (connection, token) =>
        {
            await using var command = Sql.Command(connection, NextSql);
            return await command.ExecuteScalarAsync(token) is long due ? Times.Loaded(due) : null;
        },
        cancel);

    private async Task<HashSet<Candidate>> TakeAsync(NpgsqlConnection connection, IReadOnlyList<Candidate> free, CancellationToken cancel)
    {
        var taken = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        await Claims.TakeAsync(connection, free, candidate => Sql.Part(
            ClaimSql, Sql.Bytes(candidate.Key), Sql.Number(candidate.Due), Sql.Integer(candidate.Holder), Sql.Integer(holder)), (candidate, _) => taken.Add(candidate), cancel);
        return taken;
    }

    private sealed record Candidate(byte[] Key, string Id, long Due, int? Holder, bool Mine)
    {
        public DueAlarm Alarm => new(Id, Times.Loaded(Due));

        public static Candidate Read(NpgsqlDataReader row) => new(
            row.GetFieldValue<byte[]>(0), row.GetString(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt32(3), !row.IsDBNull(4) && row.GetBoolean(4));
    }
}
