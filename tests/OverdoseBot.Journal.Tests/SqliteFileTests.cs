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
        Ask("user_version").ShouldBe(2L);

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
            $"The journal '{_folder.Database}' has schema 99; this program knows 2. "
            + "Run the newer program that wrote it, or put back the copy made before the upgrade. The file was not touched.");
        Ask("PRAGMA user_version").ShouldBe(99L);
    }

    [Fact]
    public async Task A_file_of_the_first_schema_is_upgraded_and_loses_nothing()
    {
        await (await OpenAsync()).DisposeAsync();
        Sql("DROP TABLE outbox");
        Sql("PRAGMA user_version = 1");
        Sql("INSERT INTO log VALUES (7, 1, 1, NULL, 0, 'in-1', NULL, '5:reply')");
        Sql("INSERT INTO conversation VALUES (1, 'c', 7, 1, 60000, 0, x'', CAST('record' AS BLOB))");

        for (var opening = 0; opening < 2; opening++)
        {
            await using var journal = await OpenAsync();
            var opened = await journal.BeginAsync("c", "in-2", CancellationToken.None);
            (opened.Version, Encoding.UTF8.GetString(opened.Record!.Value.Span)).ShouldBe((7, "record"));
            (await journal.NextDueAsync(CancellationToken.None)).ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(1));
            Ask("PRAGMA user_version").ShouldBe(2L);
        }

        await using var upgraded = await OpenAsync();
        var turn = SqliteTurns.Turn("c", "in-2", 7) with { Outbox = [new("sms", "now there is an outbox")] };
        (await upgraded.CommitAsync(turn, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
        (await upgraded.OutboxRows.ClaimAsync("sms", DateTimeOffset.UnixEpoch, 1, CancellationToken.None)).ShouldHaveSingleItem().Conversation.ShouldBe("c");
    }

    [Fact]
    public async Task What_was_delivered_leaves_no_row()
    {
        await using var journal = await OpenAsync();
        await journal.CommitAsync(SqliteTurns.Turn("c") with { Outbox = [new("sms", "one"), new("sms", "two")] }, CancellationToken.None);
        for (var i = 0; i < 2; i++)
        {
            var row = (await journal.OutboxRows.ClaimAsync("sms", DateTimeOffset.UnixEpoch, 1, CancellationToken.None)).ShouldHaveSingleItem();
            await journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), CancellationToken.None);
        }

        Ask("SELECT count(*) FROM outbox").ShouldBe(0L);
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

    [Theory]
    [InlineData(Reader.DueSql, "SEARCH conversation USING INDEX conversation_due (due<?)")]
    [InlineData(Reader.OutboxDueSql, "SEARCH o USING INDEX outbox_due (target=? AND due<?)", "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)")]
    public async Task The_search_for_what_is_due_uses_the_index_and_sorts_nothing(string sql, params string[] expected)
    {
        await (await OpenAsync()).DisposeAsync();
        using var connection = new SqliteConnection(_folder.ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in (string[])["?1", "?2", "?3"])
        {
            command.Parameters.AddWithValue(name, 0);
        }

        using var plan = command.ExecuteReader();
        foreach (var line in expected)
        {
            plan.Read().ShouldBeTrue();
            plan.GetString(3).ShouldBe(line);
        }

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
