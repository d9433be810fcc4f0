using System.Text;
using OverdoseBot.Scripts.Rules;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>Every rule has the smallest script that breaks it. RECORD=1 writes the expected messages anew; read the diff.</summary>
public sealed class BrokenExamplesTests
{
    public static TheoryData<string> Names => [.. Example.Names];

    public static TheoryData<string> Parts => [.. Example.Parts];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_exactly_its_message(string name)
    {
        var faults = Example.Faults(name);
        var printed = string.Join('\n', faults.Select(f => FaultPrinter.Print(f)));
        if (Environment.GetEnvironmentVariable("RECORD") == "1")
        {
            File.WriteAllText(Example.ExpectedFile(name), printed);
        }

        printed.ShouldBe(File.ReadAllText(Example.ExpectedFile(name)));
        printed.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Breaks_its_own_rule_and_no_other(string name) =>
        Example.Faults(name).Select(f => f.Code).Distinct().ShouldBe([name[..6]]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_into_the_file_and_says_what_to_do(string name)
    {
        var files = Example.Files(name).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content!.Value.Span).Split('\n'));
        foreach (var fault in Example.Faults(name))
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
        string.Concat(ScriptLibrary.Load(Example.Files(null)).Faults.Select(f => FaultPrinter.Print(f))).ShouldBe("");

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_valid_part_has_a_fault(string part)
    {
        if (Environment.GetEnvironmentVariable("RECORD") == "1")
        {
            Restamp(part);
        }

        string.Concat(ScriptLibrary.Load(Example.Valid(part)).Faults.Select(f => FaultPrinter.Print(f))).ShouldBe("");
    }

    [Fact]
    public void Every_rule_has_an_example() =>
        RuleBook.All.Select(r => r.Code).Where(code => !Example.Names.Any(n => n.StartsWith($"{code}-", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_two_rules_share_a_code() => RuleBook.All.Select(r => r.Code).ShouldBeUnique();

    [Fact]
    public void Every_rule_that_is_written_is_registered() =>
        typeof(Rule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract).Except(RuleBook.All.Select(r => r.GetType())).ShouldBeEmpty();

    /// <summary>The Spanish here belongs to no person, so that nobody need read it again when the English of an example changes.</summary>
    private static void Restamp(string part)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Broken, part), "*.es.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllLines(file, File.ReadAllLines(file).Where(l => !l.TrimStart().StartsWith("of: ", StringComparison.Ordinal)));
        }

        foreach (var file in Stamping.Missing(Example.Valid(part), "es").Files)
        {
            File.WriteAllBytes(Path.Combine(Shipped.Broken, part, file.Path), file.Content.Span);
        }
    }
}
