using System.Text;
using OverdoseBot.Verbs;

namespace OverdoseBot.Printing.Tests;

/// <summary>The verb as one types it.</summary>
public sealed class PrintVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overdosebot-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public async Task It_writes_the_book_of_that_day()
    {
        var file = Path.Combine(_folder, "book.html");
        (await RunAsync("print", "--out", file, "--date", "2026-03-31")).ShouldBe(0);
        File.ReadAllBytes(file).ShouldBe(Encoding.UTF8.GetBytes(Shipped.Html));
        _output.ToString().ShouldContain($"{Shipped.Steps.Count()} steps");
    }

    [Fact]
    public async Task Asked_for_one_language_it_writes_that_alone()
    {
        var (all, one) = (Path.Combine(_folder, "all.html"), Path.Combine(_folder, "one.html"));
        (await RunAsync("print", "--out", all)).ShouldBe(0);
        (await RunAsync("print", "--out", one, "--language", "es")).ShouldBe(0);
        File.ReadAllText(one).ShouldContain("<html lang=\"es\">");
        new FileInfo(one).Length.ShouldBeLessThan(new FileInfo(all).Length);
    }

    [Theory]
    [InlineData("--language", "xx", "There is no language \"xx\". Known: en")]
    [InlineData("--region", "xx", "There is no region \"xx\". Known: ")]
    public async Task What_is_not_there_is_named(string option, string value, string message)
    {
        (await RunAsync("print", "--out", Path.Combine(_folder, "book.html"), option, value)).ShouldBe(1);
        _errors.ToString().ShouldStartWith(message);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        (await RunAsync("print", "--out", Path.Combine(_folder, "none", "book.html"))).ShouldBe(1);
        _errors.ToString().ShouldStartWith("Cannot write ");
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<int> RunAsync(params string[] words) =>
        Root.Command().Parse([.. words, "--dialogs", Shipped.Dialogs]).InvokeAsync(new() { Output = _output, Error = _errors });
}
