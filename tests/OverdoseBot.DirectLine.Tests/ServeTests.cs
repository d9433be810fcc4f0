using System.CommandLine;
using OverdoseBot.Verbs;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The verb itself: what it says when it cannot start.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("--urls", "http://192.0.2.1:3978")]
    public async Task An_address_that_cannot_be_used_is_one_clear_line(params string[] arguments)
    {
        var folder = Server.NewFolder();
        Environment.SetEnvironmentVariable("Journal__Connection", $"Data Source={Path.Combine(folder, "journal.db")}");
        using var errors = new StringWriter();

        var code = await Root.Command().Parse(arguments).InvokeAsync(new InvocationConfiguration { Error = errors });

        code.ShouldBe(1);
        errors.ToString().TrimEnd().ShouldSatisfyAllConditions(e => e.ShouldStartWith("Cannot listen:"), e => e.ShouldContain("--urls"), e => e.ShouldNotContain("\n"));
        Directory.Delete(folder, recursive: true);
    }
}
