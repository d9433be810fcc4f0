using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Postgres;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>The schema is made once, goes forward and back, and a program runs on the next version of it.</summary>
public sealed class SchemaTests
{
    private static readonly CancellationToken _never = CancellationToken.None;
    private static readonly Migration _next = new("ALTER TABLE conversation ADD COLUMN note text", "ALTER TABLE conversation DROP COLUMN note");

    [Fact]
    public async Task Replicas_that_start_together_make_the_tables_once()
    {
        var connection = await NewAsync();
        var journals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Replicas.OpenAsync(connection)));
        for (var i = 0; i < journals.Length; i++)
        {
            await Replicas.DoneAsync(journals[i], SqliteTurns.Turn($"c{i}"));
            await journals[i].DisposeAsync();
        }

        (await Cluster.RunAsync(connection, "SELECT count(*) FROM journal_schema")).ShouldBe(1L);
    }

    [Fact]
    public async Task It_goes_one_version_forward_and_back_with_turns_kept_and_the_older_program_running_all_along()
    {
        var connection = await NewAsync();
        await using var older = await Replicas.OpenAsync(connection);
        await Replicas.DoneAsync(older, SqliteTurns.Turn("first"));

        await using (var newer = await OpenAsync(connection, [.. Migration.All, _next]))
        {
            (await Cluster.RunAsync(connection, "SELECT count(note) FROM conversation")).ShouldBe(0L);
            await Replicas.DoneAsync(newer, SqliteTurns.Turn("second"));
            await Replicas.DoneAsync(older, SqliteTurns.Turn("third"));
        }

        // The program before this version starts on it too, and leaves it as it is.
        await using (var started = await Replicas.OpenAsync(connection))
        {
            await Replicas.DoneAsync(started, SqliteTurns.Turn("fourth"));
        }

        (await Cluster.RunAsync(connection, "SELECT journal_back()")).ShouldBe(Migration.All.Count);
        await Should.ThrowAsync<Npgsql.PostgresException>(() => Cluster.RunAsync(connection, "SELECT note FROM conversation"));
        await using var again = await OpenAsync(connection, [.. Migration.All, _next]);
        foreach (var conversation in (string[])["first", "second", "third", "fourth"])
        {
            (await again.HistoryAsync(conversation, 0, 10, _never)).Count.ShouldBe(1, conversation);
        }

        (await Cluster.RunAsync(connection, "SELECT max(version) FROM journal_schema")).ShouldBe(Migration.All.Count + 1);
    }

    [Fact]
    public async Task Two_versions_ahead_is_refused_and_nothing_is_touched()
    {
        var connection = await NewAsync();
        await using (await OpenAsync(connection, [.. Migration.All, _next, new("SELECT 1", "SELECT 1")]))
        {
        }

        var error = await Should.ThrowAsync<JournalException>(() => Replicas.OpenAsync(connection));
        error.Message.ShouldContain("journal_back()");
        (await Cluster.RunAsync(connection, "SELECT max(version) FROM journal_schema")).ShouldBe(Migration.All.Count + 2);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_what_was()
    {
        var connection = await NewAsync();
        await using (await Replicas.OpenAsync(connection))
        {
        }

        await Should.ThrowAsync<JournalException>(() => OpenAsync(connection, [.. Migration.All, new(_next.Forward + "; SELECT 1/0", "SELECT 1")]));
        (await Cluster.RunAsync(connection, "SELECT max(version) FROM journal_schema")).ShouldBe(Migration.All.Count);
        await using var works = await Replicas.OpenAsync(connection);
    }

    [Fact]
    public async Task Tables_of_somebody_else_are_not_touched()
    {
        var connection = await NewAsync();
        await Cluster.RunAsync(connection, "CREATE TABLE conversation (mine text)");
        (await Should.ThrowAsync<JournalException>(() => Replicas.OpenAsync(connection))).Message.ShouldContain("not ours");
        (await Cluster.RunAsync(connection, "SELECT to_regclass('journal_schema')::text")).ShouldBe(DBNull.Value);
    }

    [Theory]
    [InlineData("Options=-c synchronous_commit=off", "would lose turns")]
    [InlineData("Search Path=nowhere", "Search Path does not exist")]
    [InlineData("Database=none;Password=hush-hush", "no such database")]
    [InlineData("Host=/no/such/folder;Password=hush-hush", "cannot be reached")]
    public async Task A_server_that_cannot_be_used_is_told_in_one_line_without_the_password(string setting, string says)
    {
        var error = await Should.ThrowAsync<JournalException>(async () => await Replicas.OpenAsync($"{await NewAsync()};{setting}"));
        error.Message.ShouldContain(says);
        error.ToString().ShouldNotContain("hush");
    }

    private static async Task<string> NewAsync() => await (await Cluster.SharedAsync()).SchemaAsync();

    private static async Task<PostgresJournal> OpenAsync(string connection, IReadOnlyList<Migration> known) =>
        await PostgresJournal.OpenAsync(connection, known, TimeProvider.System, NullLogger.Instance);
}
