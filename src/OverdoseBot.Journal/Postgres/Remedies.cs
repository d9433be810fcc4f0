using System.Net.Sockets;
using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>What an operator does about a failing server. The server's own words are left out: they may quote a row.</summary>
internal static class Remedies
{
    /// <summary>The failure with its remedy. The server's own exception is no part of it: its words may quote a row.</summary>
    public static JournalException Of(string store, Exception failure) => new(For(store, failure), failure is PostgresException ? null : failure)
    {
        IsAway = failure is PostgresException { SqlState: "53300" or "57014" or "57P01" or "57P02" or "57P03" }
            || failure is TimeoutException || failure.InnerException is TimeoutException or EndOfStreamException
            || Cause(failure) is not (null or SocketError.AddressNotAvailable),
    };

    // A folder for sockets that does not exist is an error of whoever wrote it; a name may come back.
    private static SocketError? Cause(Exception failure) => ((failure as SocketException) ?? (failure.InnerException as SocketException))?.SocketErrorCode;

    public static string For(string store, Exception failure) => failure is PostgresException { SqlState: var code } ? code switch
    {
        _ when code.StartsWith("28", StringComparison.Ordinal) =>
            $"The journal {store} refused the user or the password ({code}). Check Username and Password in Journal:Connection and the server's pg_hba.conf.",
        "3D000" => $"The journal {store}: there is no such database. Make it with: createdb, owned by the program's user.",
        "3F000" => $"The journal {store}: the schema of Search Path does not exist. Make it with: CREATE SCHEMA, or leave Search Path out.",
        "42501" => $"The journal {store}: the user may not make or use tables here. Let it own the database, or grant it CREATE and USAGE on the schema.",
        "42P07" => $"The journal {store} holds tables of the same names that are not ours. Point Journal:Connection at another database; this one was not touched.",
        "25006" => $"The journal {store} is a read-only replica. Point Journal:Connection at the primary, or add Target Session Attributes=primary.",
        "53100" => $"The disk of the journal {store} is full, so nothing was kept. Free some space; no restart is needed.",
        "53300" => $"The journal {store} takes no more connections. Raise max_connections, or lower Maximum Pool Size of each replica.",
        "57014" => $"The journal {store} did not answer in time. Look for locks and a slow disk on the server.",
        "57P01" or "57P02" or "57P03" => $"The journal {store} is stopping or starting ({code}). It is asked again by itself.",
        _ => $"The journal {store} failed with PostgreSQL error {code}. The server's log has the details.",
    }
    : $"The journal {store} cannot be reached. Check that PostgreSQL runs there and that Host and Port in Journal:Connection are right.";
}
