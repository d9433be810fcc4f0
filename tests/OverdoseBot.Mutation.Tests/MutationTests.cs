using OverdoseBot.Scripts;
using Xunit.Abstractions;

namespace OverdoseBot.Mutation.Tests;

/// <summary>Proof that the proof works: the shipped scripts with one thing wrong do not pass.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const double Least = 0.99;
    private static readonly string Survivors = Path.Combine(Shipped.Top, "tests", "OverdoseBot.Mutation.Tests", "survivors.txt");

    [Fact]
    public void What_is_read_and_written_again_has_no_fault()
    {
        foreach (var file in Shipped.English.Where(f => f.Path != "sources.yaml"))
        {
            var same = new Mutant("none", file.Path, "nothing", Shipped.Roots[file.Path], false);
            ScriptLibrary.Load(Shipped.With(same)).Faults.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Nearly_every_mutant_is_caught_and_each_survivor_is_known_to_be_harmless()
    {
        var verdicts = await Judge.AllAsync(Mutants.All);
        var table = Report.Table(verdicts);
        output.WriteLine(table);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Shipped.Top, "artifacts")).FullName, "mutation.md"), table);

        var survivors = verdicts.Where(v => v.Survives).ToList();
        var known = File.ReadAllLines(Survivors).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" # ")).ToList();
        known.ShouldAllBe(k => k.Length == 2 && k[1].Trim().Length > 0);
        survivors.Where(v => v.Mutant.Emergency).Select(v => v.Mutant.Id).ShouldBeEmpty();
        survivors.Select(v => v.Mutant.Id).Except(known.Select(k => k[0].Trim())).ShouldBeEmpty();
        // What was not tried this time is caught or not when all are.
        var tried = verdicts.Select(v => v.Mutant.Id).ToHashSet(StringComparer.Ordinal);
        known.Select(k => k[0].Trim()).Where(k => Judge.IsWhole || tried.Contains(k)).Except(survivors.Select(v => v.Mutant.Id)).ShouldBeEmpty();
        Report.Seen(verdicts).ShouldBeGreaterThan(0.5, "What the protocol finds in the scripts must show in what the bot does.");
        Report.Rate(verdicts).ShouldBeGreaterThanOrEqualTo(Least);
    }

    [Fact]
    public void There_are_mutants_of_every_kind() =>
        Mutants.All.Select(m => m.Operator).Distinct().Count().ShouldBeGreaterThan(40);
}
