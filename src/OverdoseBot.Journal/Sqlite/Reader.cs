using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>A connection that reads, with its statements. Used by one caller at a time; sees every commit acknowledged before the call.</summary>
internal sealed class Reader(SqliteConnection connection, Seal seal) : IDisposable
{
    /// <summary>Must follow the index: it runs every second.</summary>
    public const string DueSql = "SELECT id, due FROM conversation WHERE due <= ?1 ORDER BY due LIMIT ?2";

    /// <summary>Must follow the index too.</summary>
    public const string OutboxDueSql = """
        SELECT o.number, c.id, o.target, o.body, o.perishable, o.at, o.expires, o.tries, o.due FROM outbox o JOIN conversation c ON c.number = o.conversation
        WHERE o.target = ?1 AND o.due <= ?2 ORDER BY o.due LIMIT ?3
        """;

    private readonly Statement _open = new(connection, "SELECT last, keys, record FROM conversation WHERE id = ?1");
    private readonly Statement _bySeq = new(connection, LogRow.BySeq);
    private readonly Statement _history = new(connection, $"""
        WITH RECURSIVE chain (seq, turn, previous) AS (
          SELECT l.seq, l.turn, l.previous FROM conversation c JOIN log l ON l.seq = c.last WHERE c.id = ?1 AND c.turn > ?2
          UNION ALL
          SELECT l.seq, l.turn, l.previous FROM chain JOIN log l ON l.seq = chain.previous WHERE chain.turn - 1 > ?2)
        SELECT {LogRow.Columns} FROM chain JOIN log l ON l.seq = chain.seq WHERE chain.turn - ?2 <= ?3 ORDER BY chain.turn
        """);
    private readonly Statement _due = new(connection, DueSql);
    private readonly Statement _next = new(connection, "SELECT min(due) FROM conversation WHERE due IS NOT NULL");
    private readonly Statement _page = new(connection, "SELECT number, heard_at, due IS NULL FROM conversation WHERE number > ?1 ORDER BY number LIMIT ?2");

    private readonly Statement _outboxDue = new(connection, OutboxDueSql);
    private readonly Statement _oldest = new(connection, "SELECT min(at) FROM outbox WHERE target = ?1 AND due IS NOT NULL");
    private readonly Statement[] _stale = [.. SealedTable.All.Select(table => new Statement(connection, table.Page))];
    private readonly Statement _isDue = new(connection, "SELECT 1 FROM outbox WHERE number = ?1 AND due <= ?2");

    public Opened Begin(string conversation, string inboundKey)
    {
        long version;
        byte[] keys, record;
        using (var row = _open.Query(conversation))
        {
            if (!row.Read())
            {
                return new(null, 0, null);
            }

            (version, keys, record) = (row.GetInt64(0), row.GetBytes(1), row.GetBytes(2));
        }

        using var box = seal.Of(conversation);
        return new(box.Open(Kind.Record, string.Empty, record), version, LogRow.Earlier(_bySeq, keys, RecentKeys.Hash(inboundKey), inboundKey, box));
    }

    public IReadOnlyList<LoggedTurn> History(string conversation, long after, int most)
    {
        using var rows = _history.Query(conversation, after, most);
        using var box = seal.Of(conversation);
        return All(rows, row => LogRow.Read(row, box));
    }

    public IReadOnlyList<DueAlarm> Due(DateTimeOffset now, int most)
    {
        using var rows = _due.Query(Times.Stored(now), most);
        return All(rows, row => new DueAlarm(row.GetString(0), Times.Loaded(row.GetInt64(1))));
    }

    public DateTimeOffset? NextDue() => _next.Ask() is long due ? Times.Loaded(due) : null;

    /// <summary>The next <paramref name="most"/> conversations by number, with what decides about their end.</summary>
    public IReadOnlyList<Age> Page(long after, int most)
    {
        using var rows = _page.Query(after, most);
        return All(rows, row => new Age(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2)));
    }

    /// <summary>Heads that are due, each with its body as it is stored.</summary>
    public IReadOnlyList<(OutboxRow Head, object? Body)> OutboxDue(string target, DateTimeOffset now, int most)
    {
        using var rows = _outboxDue.Query(target, Times.Stored(now), most);
        return All(rows, row => (new OutboxRow(
            row.GetInt64(0), row.GetString(1), row.GetString(2), string.Empty, row.GetBoolean(4),
            Times.Loaded(row.GetInt64(5)), Times.Loaded(row.GetInt64(6)), row.GetInt32(7)), row.GetContent(3)));
    }

    /// <summary>A head with its body. One that cannot be opened says so when it is delivered: it holds up nobody else's.</summary>
    public OutboxRow Opened(OutboxRow head, object? body)
    {
        using var box = seal.Of(head.Conversation);
        return head.With(() => Column.Text(box, Kind.Body, head.Target, body)!);
    }

    /// <summary>The earliest heads of a target, whenever they are due.</summary>
    public List<DueAlarm> OutboxTimes(string target, int most)
    {
        using var rows = _outboxDue.Query(target, long.MaxValue, most);
        return All(rows, row => new DueAlarm(row.GetString(1), Times.Loaded(row.GetInt64(8))));
    }

    /// <summary>When the turn ran that left the oldest head of a target.</summary>
    public DateTimeOffset? OutboxOldest(string target) => _oldest.Ask(target) is long at ? Times.Loaded(at) : null;

    /// <summary>The next rows of a table of <see cref="SealedTable.All"/> by number, and whether each is to be sealed anew.</summary>
    public List<(long Number, bool Stale)> Stale(int table, long after, int most)
    {
        using var rows = _stale[table].Query(after, seal.Header, most);
        return All(rows, row => (row.GetInt64(0), row.GetBoolean(1)));
    }

    public bool IsDue(long number, DateTimeOffset now) => _isDue.Ask(number, Times.Stored(now)) is not null;

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_open, _bySeq, _history, _due, _next, _page, _outboxDue, _oldest, _isDue, .. _stale])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static List<T> All<T>(Rows rows, Func<Rows, T> read)
    {
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

    public sealed record Age(long Number, long HeardAt, bool NoAlarm);
}
