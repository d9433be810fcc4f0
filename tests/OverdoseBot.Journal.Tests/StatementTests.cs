using Microsoft.Data.Sqlite;
using OverdoseBot.Journal.Sqlite;

namespace OverdoseBot.Journal.Tests;

/// <summary>What is given to a statement is what the file gets, and a statement that failed can be run again.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteConnection _connection;

    public StatementTests()
    {
        _connection = SqliteTurns.Outside(_folder);
        Pragmas.Run(_connection, "CREATE TABLE kept (number INTEGER PRIMARY KEY, content ANY UNIQUE) STRICT");
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Text_of_any_length_and_script_stays_text(int length)
    {
        foreach (var letter in (string[])["a", "ñ", "ह", "😀"])
        {
            var text = string.Concat(Enumerable.Repeat(letter, length));
            Kept(text).ShouldBe(text);
        }
    }

    [Fact]
    public void Bytes_nothing_and_numbers_stay_what_they_are()
    {
        foreach (byte[] bytes in (byte[][])[[], [0], [0, 255, 0]])
        {
            Kept(bytes).ShouldBeOfType<byte[]>().ShouldBe(bytes);
        }

        Kept(default).ShouldBeNull();
        Kept((string?)null).ShouldBeNull();
        foreach (var number in (long[])[long.MinValue, -1, 0, long.MaxValue])
        {
            using var answer = new Statement(_connection, "SELECT ?1");
            answer.Ask(number).ShouldBe(number);
            answer.Ask((long?)null).ShouldBeNull();
        }

        Should.Throw<ArgumentException>(() => Value.Of(1L));
    }

    [Fact]
    public void Values_go_by_their_number_and_not_by_where_they_stand()
    {
        using var insert = new Statement(_connection, "INSERT INTO kept (content, number) VALUES (?2, ?1) RETURNING number");
        using var find = new Statement(_connection, "SELECT content FROM kept WHERE number = ?1");

        insert.Ask(7, "seven").ShouldBe(7);
        using var row = find.Query(7);
        row.Read().ShouldBeTrue();
        row.GetString(0).ShouldBe("seven");
        row.Read().ShouldBeFalse();
    }

    [Fact]
    public void One_that_fails_says_why_holds_nothing_up_and_can_be_run_again()
    {
        using var insert = new Statement(_connection, "INSERT INTO kept (number, content) VALUES (?1, ?2)");
        insert.Run(1, "one").ShouldBe(1);
        var failure = Should.Throw<SqliteException>(() => insert.Run(2, "one"));

        failure.SqliteErrorCode.ShouldBe(SQLitePCL.raw.SQLITE_CONSTRAINT);
        failure.Message.ShouldContain("kept.content");
        Pragmas.Run(_connection, "BEGIN IMMEDIATE; COMMIT");
        insert.Run(2, "two").ShouldBe(1);
        using var delete = new Statement(_connection, "DELETE FROM kept");
        delete.Run().ShouldBe(2);
        delete.Run().ShouldBe(0);
    }

    [Fact]
    public void One_whose_table_was_changed_meanwhile_is_compiled_anew()
    {
        using var count = new Statement(_connection, "SELECT count(*) FROM kept");
        count.Ask().ShouldBe(0);
        using (var outside = SqliteTurns.Outside(_folder))
        {
            Pragmas.Run(outside, "ALTER TABLE kept ADD COLUMN more TEXT; INSERT INTO kept (content) VALUES ('one')");
        }

        count.Ask().ShouldBe(1);
    }

    // As the statement put it there, read by somebody else.
    private object? Kept(Value value)
    {
        using var insert = new Statement(_connection, "INSERT OR REPLACE INTO kept VALUES (1, ?1)");
        insert.Run(value).ShouldBe(1);
        var kept = Pragmas.Ask(_connection, "SELECT content FROM kept");
        using var find = new Statement(_connection, "SELECT content FROM kept");
        using var row = find.Query();
        row.Read().ShouldBeTrue();
        row.GetContent(0).ShouldBe(kept is DBNull ? null : kept);
        return row.GetContent(0);
    }
}
