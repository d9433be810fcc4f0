using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>The file: settings in force, closing and opening, damage and refusal.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_writer_syncs_at_every_commit_and_overwrites_what_it_deletes()
    {
        await using var journal = await OpenAsync();
        Ask("journal_mode").ShouldBe("wal");
        Ask("synchronous").ShouldBe(2L, "FULL");
        Ask("wal_autocheckpoint").ShouldBe(1_000L);
        Ask("secure_delete").ShouldBe(1L);
        Ask("busy_timeout").ShouldBe(5_000L);
        Ask("user_version").ShouldBe(1L);

        object? Ask(string pragma) => Pragmas.Ask(journal.Writer.Connection, $"PRAGMA {pragma}");
    }

    [Fact]
    public async Task The_file_is_readable_to_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            // There the folder's own rights decide.
            return;
        }

        await using var journal = await OpenAsync();
        await journal.CommitAsync(SqliteTurns.Turn("c"), CancellationToken.None);
        foreach (var file in (string[])[_folder.Database, _folder.Database + "-wal"])
        {
            (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBe(UnixFileMode.None, file);
        }
    }

    [Fact]
    public async Task What_was_kept_is_there_after_closing_and_opening()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.CommitAsync(SqliteTurns.Turn("c") with { NextDue = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        }

        File.Exists(_folder.Database + "-wal").ShouldBeFalse("closing merges the log and lets go of the file");
        await using var again = await OpenAsync();
        (await again.BeginAsync("c", "in-1", CancellationToken.None)).Earlier.ShouldNotBeNull().Outgoing.ShouldBe(["reply"]);
        (await again.NextDueAsync(CancellationToken.None)).ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task The_folder_is_made_when_it_is_missing()
    {
        await using var journal = await OpenAsync($"Data Source={_folder.File("new/deep/journal.db")}");
        File.Exists(_folder.File("new/deep/journal.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await (await OpenAsync()).DisposeAsync();
        Sql("PRAGMA user_version = 99");
        var error = await Should.ThrowAsync<JournalException>(OpenAndCloseAsync);
        error.Message.ShouldBe(
            $"The journal '{_folder.Database}' has schema 99; this program knows 1. "
            + "Run the newer program that wrote it, or put back the copy made before the upgrade. The file was not touched.");
        Ask("PRAGMA user_version").ShouldBe(99L);
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Sql("CREATE TABLE somebody_elses (x)");
        (await Should.ThrowAsync<JournalException>(OpenAndCloseAsync)).Message.ShouldContain("is a SQLite database but not a journal");
        Ask("SELECT group_concat(name) FROM sqlite_schema").ShouldBe("somebody_elses");
    }

    [Fact]
    public async Task A_file_of_garbage_is_refused_with_a_remedy()
    {
        await File.WriteAllBytesAsync(_folder.Database, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("not a database ", 1_000))));
        ShouldNameFileAndRemedy(await Should.ThrowAsync<JournalException>(OpenAndCloseAsync), "damaged");
    }

    [Fact]
    public async Task Damage_in_the_middle_is_reported_with_a_remedy_by_reads_and_commits()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.CommitAsync(SqliteTurns.Turn("c"), CancellationToken.None);
        }

        await using (var file = File.OpenWrite(_folder.Database))
        {
            file.Position = 4_096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4_096).ToArray());
        }

        await using var damaged = await OpenAsync();
        ShouldNameFileAndRemedy(await Should.ThrowAsync<JournalException>(async () => await damaged.BeginAsync("c", "in-1", CancellationToken.None)), "damaged");
        ShouldNameFileAndRemedy(
            await Should.ThrowAsync<JournalException>(async () => await damaged.CommitAsync(SqliteTurns.Turn("c"), CancellationToken.None)), "damaged");
    }

    [Theory]
    [InlineData("")]
    [InlineData("blocked/journal.db")]
    public async Task A_place_that_cannot_be_written_is_named(string name)
    {
        await File.WriteAllTextAsync(_folder.File("blocked"), "a file where a folder should be");
        var path = _folder.File(name);
        var error = await Should.ThrowAsync<JournalException>(async () => await (await OpenAsync($"Data Source={path}")).DisposeAsync());
        error.Message.ShouldContain(path);
        error.Message.ShouldContain("cannot be opened for writing");
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("")]
    [InlineData("Data Source=x.db;Mode=Memory")]
    [InlineData("Data Source=x.db;Mode=ReadOnly")]
    [InlineData("Data Source=x.db;Cache=Shared")]
    [InlineData("Data Source=file:x.db")]
    [InlineData("Nonsense=1")]
    public async Task A_connection_string_that_cannot_work_is_refused(string connectionString) =>
        await Should.ThrowAsync<ArgumentException>(async () => await OpenAsync(connectionString));

    [Fact]
    public async Task The_search_for_due_alarms_uses_the_index()
    {
        await (await OpenAsync()).DisposeAsync();
        using var connection = new SqliteConnection(_folder.ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + Reader.DueSql;
        command.Parameters.AddWithValue("$1", 0);
        command.Parameters.AddWithValue("$2", 0);
        using var plan = command.ExecuteReader();
        plan.Read().ShouldBeTrue();
        plan.GetString(3).ShouldBe("SEARCH conversation USING INDEX conversation_due (due<?)");
        plan.Read().ShouldBeFalse("no separate sort");
    }

    [Fact]
    public void The_journal_knows_no_bot() =>
        typeof(IJournal).Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .ShouldAllBe(name => !name.StartsWith("OverdoseBot", StringComparison.Ordinal) && !name.Contains("Bot.", StringComparison.Ordinal) && name != "BotBuilder");

    private static void ShouldNameFileAndRemedy(JournalException error, string what)
    {
        error.Message.ShouldContain("journal.db");
        error.Message.ShouldContain(what);
        error.Message.ShouldContain(".recover");
    }

    private async Task<SqliteJournal> OpenAsync(string? connectionString = null) =>
        await SqliteJournal.OpenAsync(connectionString ?? _folder.ConnectionString, TimeProvider.System, NullLogger.Instance);

    private async Task OpenAndCloseAsync() => await (await OpenAsync()).DisposeAsync();

    private void Sql(string sql) => Ask(sql);

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection(_folder.ConnectionString + ";Pooling=False");
        connection.Open();
        return Pragmas.Ask(connection, sql);
    }
}
