using static SQLitePCL.raw;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>What an operator does about a failing file.</summary>
internal static class Remedies
{
    public static string For(string path, int code) => code switch
    {
        SQLITE_CORRUPT or SQLITE_NOTADB =>
            $"The journal '{path}' is damaged or is not a SQLite file. Stop the program, move the file and its -wal and -shm neighbours aside and start again: "
            + $"a new one is made. What can be saved comes out with: sqlite3 '{path}' .recover",
        SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM =>
            $"The journal '{path}' cannot be opened for writing. Let the program's user write the file and its folder, or point Journal:Connection elsewhere.",
        SQLITE_FULL =>
            $"The disk that holds the journal '{path}' is full, so nothing was kept. Free some space; no restart is needed.",
        SQLITE_BUSY or SQLITE_LOCKED =>
            $"The journal '{path}' was locked by another program for {Pragmas.BusyTimeout / 1_000} seconds. Close what has it open (a backup, a database browser, a second copy).",
        SQLITE_IOERR =>
            $"The disk failed under the journal '{path}'. Check the disk and the system log before trusting the file.",
        _ => $"The journal '{path}' failed with SQLite error {code}. The inner exception has the details.",
    };
}
