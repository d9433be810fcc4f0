using System.Globalization;
using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Brings a database to this program's schema, one starting program at a time. A program may run on a schema one version newer than its own (every
/// <see cref="Migration"/> sees to that), so that an upgrade can be rolled out, and rolled back, while people write.
/// </summary>
internal static class Schema
{
    // Any number that no other program in the same database is likely to use.
    private const int Lock = 0x4F44424A;

    // The way back lies in the database: the program that is gone back to does not know it.
    private const string Steps = """
        CREATE TABLE journal_schema (version integer PRIMARY KEY, back text NOT NULL, at timestamptz NOT NULL DEFAULT now());
        CREATE FUNCTION journal_back() RETURNS integer LANGUAGE plpgsql AS $f$
        DECLARE newest journal_schema;
        BEGIN
          PERFORM pg_advisory_xact_lock(1329873482, 0);
          SELECT * INTO newest FROM journal_schema ORDER BY version DESC LIMIT 1;
          IF newest.version <= 1 THEN
            RAISE EXCEPTION 'There is no schema before version 1.';
          END IF;
          EXECUTE newest.back;
          DELETE FROM journal_schema WHERE version = newest.version;
          RETURN newest.version - 1;
        END
        $f$;
        """;

    public static async Task EnsureAsync(NpgsqlConnection connection, string store, IReadOnlyList<Migration> known, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Sql.Command(connection, "SELECT pg_advisory_xact_lock($1, 0)", Sql.Integer(Lock)).ExecuteNonQueryAsync(cancel);
        var version = await VersionAsync(connection, cancel);
        if (version > known.Count + 1)
        {
            throw new JournalException(
                $"The journal {store} has schema {version}; this program knows {known.Count} and can run on {known.Count + 1}. "
                + "Run a newer program, or go back with: SELECT journal_back(); Nothing was touched.");
        }

        for (var next = version; next < known.Count; next++)
        {
            await Sql.Command(connection, known[next].Forward).ExecuteNonQueryAsync(cancel);
            await Sql.Command(connection, "INSERT INTO journal_schema (version, back) VALUES ($1, $2)", Sql.Integer(next + 1), Sql.Text(known[next].Back))
                .ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    // A conversation table without ours beside it is somebody else's: making the table fails, and nothing is touched.
    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await Sql.Command(connection, "SELECT to_regclass('journal_schema') IS NOT NULL").ExecuteScalarAsync(cancel) is not true)
        {
            await Sql.Command(connection, Steps).ExecuteNonQueryAsync(cancel);
        }

        var version = await Sql.Command(connection, "SELECT coalesce(max(version), 0) FROM journal_schema").ExecuteScalarAsync(cancel);
        return Convert.ToInt32(version, CultureInfo.InvariantCulture);
    }
}
