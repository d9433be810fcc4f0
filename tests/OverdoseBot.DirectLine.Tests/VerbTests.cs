using System.CommandLine;
using OverdoseBot.Verbs;

namespace OverdoseBot.DirectLine.Tests;

/// <summary><c>explain</c> and <c>paths</c> as one types them wrongly: one clear line, at once.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overdosebot-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Explain_reads_no_language_that_it_does_not_speak_as_another()
    {
        (await RunAsync("explain", "--language", "fr", "il est bleu")).ShouldBe(1);

        _errors.ToString().TrimEnd().ShouldBe("There is no language \"fr\". Known: en, es.");
        _output.ToString().ShouldBeEmpty();
        (await RunAsync("explain", "--language", "es", "no respira")).ShouldBe(0);
    }

    [Fact]
    public async Task Explain_says_at_the_text_that_without_it_standard_input_is_read()
    {
        (await RunAsync("explain", "--help")).ShouldBe(0);

        var help = _output.ToString().ReplaceLineEndings("\n").Split('\n');
        help.ShouldContain(l => l.Contains("Without it, one message a line is read from standard input.", StringComparison.Ordinal));
        help.Single(l => l.Contains("--json", StringComparison.Ordinal) && l.Contains("JSON object", StringComparison.Ordinal)).ShouldNotContain("standard input");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Explain_says_what_it_waits_for_only_where_somebody_types(bool typed)
    {
        var lines = new List<string>();
        using var input = new StringReader("he is blue\nno\n");

        await ExplainVerb.ReadAsync(input, typed, lines.Add, _errors, default);

        lines.ShouldBe(["he is blue", "no"]);
        _errors.ToString().Contains("one message a line", StringComparison.Ordinal).ShouldBe(typed);
    }

    [Theory]
    [InlineData("--golden", "FOLDER/none.golden")]
    [InlineData("--golden", "FOLDER")]
    [InlineData("--out", "FOLDER/none/plan.chat")]
    [InlineData("--out", "FOLDER")]
    [InlineData("--write-golden", "FOLDER/none/summary.golden")]
    [InlineData("--write-golden", "")]
    public async Task A_file_that_paths_cannot_use_is_named_before_it_walks(string option, string file)
    {
        file = file.Replace("FOLDER", _folder, StringComparison.Ordinal);

        (await RunAsync("paths", "--form", "web", "--region", "us", "--language", "en", "--limit", "50", option, file)).ShouldBe(1);

        _errors.ToString().TrimEnd().ShouldSatisfyAllConditions(e => e.ShouldStartWith($"Cannot use {option} \"{file}\": "), e => e.ShouldNotContain("\n"));
        _output.ToString().ShouldBeEmpty();
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_that_paths_can_use_are_as_they_were_till_they_are_written()
    {
        var (kept, made) = (Path.Combine(_folder, "kept.chat"), Path.Combine(_folder, "made.golden"));
        await File.WriteAllTextAsync(kept, "kept");

        await RunAsync("paths", "--form", "web", "--region", "us", "--language", "en", "--limit", "50", "--out", kept, "--write-golden", made);

        (await File.ReadAllTextAsync(kept)).ShouldBe("kept", "no rule is broken");
        (await File.ReadAllTextAsync(made)).ShouldContain("en/us/web");
    }

    private Task<int> RunAsync(params string[] words) => Root.Command().Parse(words).InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors });
}
