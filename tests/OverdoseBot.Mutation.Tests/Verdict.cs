using System.Collections.Concurrent;
using OverdoseBot.Paths;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Mutation.Tests;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Rule">The first rule of <c>check</c> that caught it, or null.</param>
/// <param name="Invariant">The invariant of <c>paths</c> that caught it, or null.</param>
internal sealed record Verdict(Mutant Mutant, string? Rule, string? Invariant)
{
    public bool Survives => Rule is null && Invariant is null;
}

/// <summary>Tries to catch mutants: with <c>check</c>, then with a short walk of <c>paths</c>.</summary>
internal static class Judge
{
    private const int States = 150;
    private static readonly string[] Oracle = ["OD0070", "OD0071", "OD0072"];

    // They read every text in every form, and take ten times as long as all others together.
    private static readonly string[] Dear = ["OD0025", "OD0026", "OD0036", "OD0039", "OD0045"];

    // The protocol comes behind the cheap ones, so that the table shows what only it catches.
    private static readonly Rule[] Rules = [.. RuleBook.All.OrderBy(r => Dear.Contains(r.Code) ? 2 : Oracle.Contains(r.Code) ? 1 : 0)];
    private static readonly ConcurrentDictionary<bool, Task<HashSet<string>>> Clean = new();

    /// <summary>All verdicts, in the order of the mutants.</summary>
    public static async Task<Verdict[]> AllAsync(IReadOnlyList<Mutant> mutants)
    {
        var verdicts = new Verdict[mutants.Count];
        Parallel.For(0, mutants.Count, i => verdicts[i] = new Verdict(mutants[i], Check(mutants[i]), null));
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Survives)
            {
                verdicts[i] = verdicts[i] with { Invariant = await PathsAsync(mutants[i]) };
            }
        }

        return verdicts;
    }

    /// <summary>The code of the first rule that the mutant breaks.</summary>
    public static string? Check(Mutant mutant)
    {
        var faults = new FaultList();
        var library = Shipped.Read(mutant, faults);
        return faults.IsEmpty ? library!.InAllLanguages().SelectMany(l => Rules.SelectMany(r => r.Check(l))).FirstOrDefault()?.Code : faults.Ordered()[0].Code;
    }

    /// <summary>The number of the first invariant that a short walk finds broken, and that it does not find in what ships.</summary>
    private static async Task<string?> PathsAsync(Mutant mutant)
    {
        var library = ScriptLibrary.Read(Shipped.With(mutant)).Library!;
        foreach (var sms in new[] { false, true })
        {
            var clean = await Clean.GetOrAdd(sms, s => FindingsAsync(Shipped.Library, s));
            if ((await FindingsAsync(library, sms)).Except(clean).Order(StringComparer.Ordinal).FirstOrDefault() is { } found)
            {
                return found.Split(' ')[0];
            }
        }

        return null;
    }

    private static async Task<HashSet<string>> FindingsAsync(Library library, bool sms)
    {
        var scene = new Scene(library, library.Regions["us"], sms);
        var walk = await new Walk(scene, Shipped.Reader, SafetyRules.All, States, _ => { }).RunAsync(TimeProvider.System, CancellationToken.None);
        return [.. walk.Findings.Select(f => $"{SafetyRules.All[f.Invariant].Number} {f.Fault}"), .. walk.Stuck.Select(s => $"stuck {s}")];
    }
}
