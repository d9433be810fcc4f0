using System.Text;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>Every rule has the smallest script that breaks it. RECORD=1 writes the expected messages anew; read the diff.</summary>
public sealed class BrokenExamplesTests
{
    public static TheoryData<string> Names => [.. Overlay.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_exactly_its_message(string name)
    {
        var faults = ScriptLibrary.Load(Overlay.Files(name)).Faults;
        var printed = string.Join('\n', faults.Select(f => FaultPrinter.Print(f)));
        if (Environment.GetEnvironmentVariable("RECORD") == "1")
        {
            File.WriteAllText(Overlay.ExpectedFile(name), printed);
        }

        printed.ShouldBe(File.ReadAllText(Overlay.ExpectedFile(name)));
        printed.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Breaks_its_own_rule_and_no_other(string name) =>
        ScriptLibrary.Load(Overlay.Files(name)).Faults.Select(f => f.Code).Distinct().ShouldBe([name[..6]]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_into_the_file_and_says_what_to_do(string name)
    {
        var files = Overlay.Files(name).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content!.Value.Span).Split('\n'));
        foreach (var fault in ScriptLibrary.Load(Overlay.Files(name)).Faults)
        {
            var lines = files[fault.Spot.File];
            fault.Spot.Line.ShouldBeInRange(1, lines.Length);
            fault.Spot.Column.ShouldBeInRange(1, lines[fault.Spot.Line - 1].Length + 1);
            fault.Message.ShouldNotBeNullOrWhiteSpace();
            fault.Remedy.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_valid_library_has_no_fault() =>
        string.Concat(ScriptLibrary.Load(Overlay.Files(null)).Faults.Select(f => FaultPrinter.Print(f))).ShouldBe("");

    [Fact]
    public void Every_rule_has_an_example() =>
        RuleBook.All.Select(r => r.Code).Where(code => !Overlay.Names.Any(n => n.StartsWith($"{code}-", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_two_rules_share_a_code() => RuleBook.All.Select(r => r.Code).ShouldBeUnique();

    [Fact]
    public void Every_rule_that_is_written_is_registered() =>
        typeof(Rule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract).Except(RuleBook.All.Select(r => r.GetType())).ShouldBeEmpty();
}
