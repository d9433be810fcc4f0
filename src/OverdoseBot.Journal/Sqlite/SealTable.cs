using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Seals rows of one table anew, inside the transaction of the write loop: no turn comes between.</summary>
internal sealed class SealTable(SqliteConnection connection, Seal seal, SealedTable table) : IDisposable
{
    private readonly Statement _find = new(connection, table.Find);
    private readonly Statement _update = new(connection, table.Update);

    public Resealed Reseal(IEnumerable<long> numbers) => numbers.Aggregate(default(Resealed), (sum, number) => sum + Reseal(number));

    public void Dispose()
    {
        _find.Dispose();
        _update.Dispose();
    }

    private Resealed Reseal(long number)
    {
        object? first, second;
        using (var row = _find.Query(number))
        {
            if (!row.Read())
            {
                return default;
            }

            using var box = seal.Of(row.GetString(0));
            try
            {
                first = Column.Again(box, table.First, row.GetString(1), row.GetContent(2));
                second = Column.Again(box, table.Second, row.GetString(1), row.GetContent(3));
            }
            catch (JournalException)
            {
                return new(0, 0, Unreadable: 1);
            }
        }

        _update.Run(number, Value.Of(first), Value.Of(second));
        return new(Done: 1, 0, 0);
    }
}
