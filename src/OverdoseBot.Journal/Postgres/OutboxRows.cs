using System.Collections.Concurrent;
using Npgsql;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Hands out heads. A row names the replica that has it in hand, until it is settled or that replica is gone (<see cref="Releases"/>). What this one
/// has in hand it also knows itself: a claim whose answer was lost on the way is then taken again.
/// </summary>
internal sealed class OutboxRows(Server server, Seal seal, int holder) : IOutboxRows
{
    public const string HeadsSql = """
        SELECT o.conversation, o.number, o.holder, o.dropped, o.due FROM outbox o
        WHERE o.queue = $1 AND o.due <= $2 AND (o.holder IS NULL OR o.holder = $3) ORDER BY o.due, o.number LIMIT $4
        """;

    private const string ClaimSql = """
        UPDATE outbox SET holder = $5 FROM conversation c WHERE outbox.conversation = $1 AND number = $2 AND c.conversation = $1 AND number = (
          SELECT number FROM outbox WHERE conversation = $1 AND number = $2 AND due <= $3 AND NOT dropped AND holder IS NOT DISTINCT FROM $4
          FOR UPDATE SKIP LOCKED)
        RETURNING number, c.id, target, body, perishable, at, expires, tries
        """;

    private const string SettleSql = "SELECT settle_1($1, $2, $3, $4)";
    private readonly ConcurrentDictionary<long, string> _inHand = new();

    public async ValueTask<IReadOnlyList<OutboxRow>> ClaimAsync(string target, DateTimeOffset now, int most, CancellationToken cancel)
    {
        Checks.Key(target);
        Checks.Most(most);
        return await server.RunAsync((connection, token) => ClaimAsync(connection, target, Times.Stored(now), most, token), cancel);
    }

    public async ValueTask<DateTimeOffset?> NextDueAsync(string target, CancellationToken cancel)
    {
        Checks.Key(target);
        var heads = await server.RunAsync((connection, token) => HeadsAsync(connection, target, long.MaxValue, 1, token), cancel);
        return heads.Find(head => !_inHand.ContainsKey(head.Number)) is { } next ? Times.Loaded(next.Due) : null;
    }

    public async ValueTask SettleAsync(OutboxRow row, Delivery outcome, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        long? retry = outcome is Delivery.Retry again ? Times.StoredDue(again.At) : null;
        await server.RunAsync((connection, token) => SettleAsync(connection, Key.Of(row.Conversation), row.Number, retry, token), cancel, whole: true);

        // Only now: had the write failed, the message would be handed out a second time.
        _inHand.TryRemove(row.Number, out _);
    }

    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync(NpgsqlConnection connection, string target, long now, int most, CancellationToken cancel)
    {
        var heads = await HeadsAsync(connection, target, now, most, cancel);
        var reserved = new List<Head>();
        var claimed = new List<OutboxRow>();
        try
        {
            foreach (var head in heads.TakeWhile(_ => reserved.Count < most))
            {
                if (!_inHand.TryAdd(head.Number, target))
                {
                    continue;
                }

                reserved.Add(head);
                if (head.Dropped)
                {
                    // Whoever had it in hand is gone, and it is stale: what is behind it is the head now.
                    await SettleAsync(connection, head.Key, head.Number, null, cancel);
                }
            }

            await Claims.TakeAsync(connection, [.. reserved.Where(head => !head.Dropped)], head => Sql.Part(
                ClaimSql, Sql.Bytes(head.Key), Sql.Number(head.Number), Sql.Number(now), Sql.Integer(head.Holder), Sql.Integer(holder)),
                (_, row) => claimed.Add(Row(row)), cancel);
        }
        catch (Exception)
        {
            claimed.Clear();
            throw;
        }
        finally
        {
            foreach (var head in reserved.Where(head => !claimed.Exists(row => row.Number == head.Number)))
            {
                _inHand.TryRemove(head.Number, out _);
            }
        }

        return claimed;
    }

    // What is in hand is still due in the table: it must not crowd out the rest.
    private Task<List<Head>> HeadsAsync(NpgsqlConnection connection, string target, long now, int most, CancellationToken cancel) => Sql.AllAsync(
        Sql.Command(
            connection, HeadsSql, Sql.Bytes(Key.Of(target)), Sql.Number(now), Sql.Integer(holder), Sql.Number(most + _inHand.Values.LongCount(t => t == target))),
        row => new Head(row.GetFieldValue<byte[]>(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.GetBoolean(3), row.GetInt64(4)),
        cancel);

    private async Task<bool> SettleAsync(NpgsqlConnection connection, byte[] conversation, long number, long? retry, CancellationToken cancel)
    {
        await using var command = Sql.Command(
            connection, SettleSql, Sql.Bytes(conversation), Sql.Number(number), Sql.Integer(holder), Sql.Number(retry));
        await command.ExecuteNonQueryAsync(cancel);
        return true;
    }

    // One that cannot be opened says so when it is delivered: it holds up nobody else's.
    private OutboxRow Row(NpgsqlDataReader row)
    {
        var head = new OutboxRow(
            row.GetInt64(0), row.GetString(1), row.GetString(2), string.Empty, row.GetBoolean(4),
            Times.Loaded(row.GetInt64(5)), Times.Loaded(row.GetInt64(6)), row.GetInt32(7));
        using var box = seal.Of(head.Conversation);
        return head.With(() => TextBytes.From(box.Open(Kind.Body, head.Target, row.GetFieldValue<byte[]>(3))));
    }

    private sealed record Head(byte[] Key, long Number, int? Holder, bool Dropped, long Due);
}
