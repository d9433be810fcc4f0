using System.CommandLine;
using OverdoseBot.Verbs;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Tests that set the program's environment: none runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>The verb itself: what it says when it cannot start.</summary>
[Collection(Alone.Name)]
public sealed class ServeTests : IDisposable
{
    private const string Journal = "Journal__Connection";
    private readonly string? _before = Environment.GetEnvironmentVariable(Journal);

    public void Dispose() => Environment.SetEnvironmentVariable(Journal, _before);

    [Theory]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("--urls", "http://192.0.2.1:3978")]
    public async Task An_address_that_cannot_be_used_is_one_clear_line(params string[] arguments)
    {
        var folder = Server.NewFolder();
        Environment.SetEnvironmentVariable(Journal, $"Data Source={Path.Combine(folder, "journal.db")}");
        using var errors = new StringWriter();

        var code = await Root.Command().Parse(arguments).InvokeAsync(new InvocationConfiguration { Error = errors });

        code.ShouldBe(1);
        errors.ToString().TrimEnd().ShouldSatisfyAllConditions(e => e.ShouldStartWith("Cannot listen:"), e => e.ShouldContain("--urls"), e => e.ShouldNotContain("\n"));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("nonsense", "cannot be read")]
    [InlineData("Data Source=", "cannot be read")]
    [InlineData("Data Source=x.db;Colour=blue", "cannot be read")]
    [InlineData("Data Source=:memory:", "in memory")]
    [InlineData("Data Source=file:x.db", "in memory")]
    [InlineData("Data Source=x.db;Mode=ReadOnly", "Leave them out")]
    [InlineData("Username=bot;Password=hush-hush;Host=/no/such/folder", "cannot be reached")]
    [InlineData("Host=db;Password=hush-hush;Bogus=1", "cannot be read")]
    [InlineData("Data Source=FOLDER", "Journal:Connection")]
    [InlineData("Data Source=FILE/x.db", "Journal:Connection")]
    public async Task A_journal_that_cannot_be_used_is_one_clear_line(string connection, string says)
    {
        var folder = Server.NewFolder();
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "not a folder");
        Environment.SetEnvironmentVariable(
            Journal, connection.Replace("FOLDER", folder, StringComparison.Ordinal).Replace("FILE", file, StringComparison.Ordinal));
        foreach (var verb in new[] { "serve", "chat" })
        {
            using var errors = new StringWriter();

            // One that started in spite of it would run on.
            using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(120));

            var code = await Root.Command().Parse([verb]).InvokeAsync(new InvocationConfiguration { Error = errors }, enough.Token);

            code.ShouldBe(1, verb);
            errors.ToString().TrimEnd().ShouldSatisfyAllConditions(e => e.ShouldContain(says), e => e.ShouldNotContain("\n"), e => e.ShouldNotContain("hush"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
