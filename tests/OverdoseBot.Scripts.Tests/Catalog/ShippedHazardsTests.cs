using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Catalog;

/// <summary>The hazard log that ships: what it names as proof is there.</summary>
public sealed partial class ShippedHazardsTests
{
    private static readonly Library Library = ScriptLibrary.Read(Shipped.Dialogs).Library!;

    [Fact]
    public void Every_chat_and_test_that_it_names_is_there() =>
        string.Concat(ProofFiles.Missing(Library, Path.Combine(Shipped.Root, "tests")).Select(f => FaultPrinter.Print(f))).ShouldBe("");

    [Fact]
    public void A_chat_or_test_that_is_gone_is_found()
    {
        var hazard = Library.Hazards["H-01"] with { Controls = [new Control("A control", ["chat:respond/no-such-chat", "test:NoSuchTests", "OD0001"], null, Library.Hazards["H-01"].Spot)] };
        var library = Library with { Hazards = new Dictionary<string, Hazard>(StringComparer.Ordinal) { ["H-01"] = hazard }.ToFrozenDictionary(StringComparer.Ordinal) };

        ProofFiles.Missing(library, Path.Combine(Shipped.Root, "tests")).Select(f => f.Message[..f.Message.IndexOf(',', StringComparison.Ordinal)])
            .ShouldBe(["A control of hazard H-01 is proved by \"chat:respond/no-such-chat\"", "A control of hazard H-01 is proved by \"test:NoSuchTests\""]);
    }

    [Fact]
    public void Every_safety_rule_that_it_names_is_asserted_on_the_paths()
    {
        var asserted = Directory.EnumerateFiles(Path.Combine(Shipped.Root, "src", "OverdoseBot", "Paths", "Invariants"), "*.cs")
            .SelectMany(f => Number().Matches(File.ReadAllText(f))).Select(m => $"paths:{m.Groups[1].Value}").ToHashSet(StringComparer.Ordinal);

        Library.Hazards.Values.SelectMany(h => h.Proof).Where(p => p.StartsWith("paths:", StringComparison.Ordinal) && !asserted.Contains(p)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_is_a_proof_of_the_hazard_that_it_names() =>
        RuleBook.All.Where(r => !Library.Hazards[r.Hazard].Proof.Contains(r.Code)).Select(r => $"{r.Code} {r.Hazard}").ShouldBeEmpty();

    [Fact]
    public void Proofs_stand_once_in_a_control() =>
        Library.Hazards.Values.SelectMany(h => h.Controls).Where(c => c.Proof.Distinct().Count() != c.Proof.Length).ShouldBeEmpty();

    [GeneratedRegex(@"Number => ""(\d+)[a-z]?""")]
    private static partial Regex Number();
}
