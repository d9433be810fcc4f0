using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Refuses a server that would acknowledge a turn and then lose it, or change its text.</summary>
internal static class Safety
{
    private const string Settings =
        "SELECT current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'), current_setting('server_encoding')";

    public static async Task CheckAsync(NpgsqlConnection connection, string store, CancellationToken cancel)
    {
        await using var command = Sql.Command(connection, Settings);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        if (row.GetString(0) == "off" || row.GetString(1) == "off" || row.GetString(2) == "off")
        {
            throw new JournalException(
                $"The journal {store} would lose turns: the server has synchronous_commit, fsync or full_page_writes off. Turn them on for this database.");
        }

        if (row.GetString(3) != "UTF8")
        {
            throw new JournalException($"The journal {store} has encoding {row.GetString(3)}. Make the database with: createdb --encoding=UTF8 --template=template0");
        }
    }
}
