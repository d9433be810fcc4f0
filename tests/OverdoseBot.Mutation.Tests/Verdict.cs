using System.Collections.Concurrent;
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
    /// <summary>True when it was walked: all that pass check, and some of those that only the protocol keeps from passing.</summary>
    public bool Walked { get; init; }

    public bool Survives => Rule is null && Invariant is null;

    /// <summary>True when no rule caught it before those of the protocol were asked.</summary>
    public bool ByTheProtocolAlone => Judge.Protocol.Contains(Rule);
}

/// <summary>Tries to catch mutants: with <c>check</c>, then with a short walk of <c>paths</c>.</summary>
internal static class Judge
{
    private const string All = "OVERDOSEBOT_MUTATION_ALL";

    /// <summary>True when everything is tried that could be.</summary>
    public static bool IsWhole => Environment.GetEnvironmentVariable(All) == "1";

    // One in so many of those that the protocol alone caught is walked too, to see whether paths would have caught it.
    private static readonly int OneOf = IsWhole ? 1 : 25;

    /// <summary>The rules that hold the scripts to the protocol.</summary>
    public static readonly string[] Protocol = ["OD0070", "OD0071", "OD0072"];

    // They read every text, and come last: first those that catch most for their time; those of the last row read it in every form that it can be sent in.
    private static readonly string[] Reading =
    [
        "OD0073", "OD0037", "OD0024", "OD0033", "OD0058", "OD0029", "OD0028", "OD0038", "OD0035", "OD0056",
        "OD0036", "OD0039", "OD0025", "OD0026", "OD0045",
    ];

    // The protocol comes behind all other rules of moves and clocks, so that the table shows what only it catches.
    private static readonly Rule[] Rules = [.. RuleBook.All.OrderBy(r => Protocol.Contains(r.Code) ? 1 : Array.IndexOf(Reading, r.Code) + 1 is > 0 and var at ? 1 + at : 0)];
    private static readonly Lazy<Around>[] Shipping = Forms(Shipped.Library);
    private static readonly ConcurrentDictionary<(Place Place, int Form), Task<HashSet<string>>> Clean = new();

    /// <summary>All verdicts, in the order of the mutants.</summary>
    public static async Task<Verdict[]> AllAsync(IReadOnlyList<Mutant> mutants)
    {
        var verdicts = new Verdict[mutants.Count];
        Parallel.For(0, mutants.Count, i => verdicts[i] = new Verdict(mutants[i], Check(mutants[i]), null));
        var passing = Enumerable.Range(0, verdicts.Length).Where(i => verdicts[i].Survives);
        var some = Enumerable.Range(0, verdicts.Length).Where(i => verdicts[i].ByTheProtocolAlone).Where((_, nth) => nth % OneOf == 0);
        await Parallel.ForEachAsync(passing.Concat(some).ToList(), async (i, _) => verdicts[i] = verdicts[i] with { Walked = true, Invariant = await PathsAsync(mutants[i]) });
        return verdicts;
    }

    /// <summary>The code of the first rule that the mutant breaks.</summary>
    public static string? Check(Mutant mutant)
    {
        var faults = new FaultList();
        var library = Shipped.Read(mutant, faults);
        if (!faults.IsEmpty)
        {
            return faults.Ordered()[0].Code;
        }

        // The language that was changed first: all rules together find nothing in the others, and take as long as in it.
        var changed = FileNames.Translated(mutant.File)?.Language;
        return library!.InAllLanguages().OrderBy(l => l.Language != changed).Select(Fault).FirstOrDefault(code => code is not null);
    }

    private static string? Fault(Library library)
    {
        try
        {
            return Rules.SelectMany(r => r.Check(library)).FirstOrDefault()?.Code;
        }
        finally
        {
            SmsTexts.Forget(library);
        }
    }

    /// <summary>The number of the first invariant that is broken near what was changed, and that is not broken in what ships.</summary>
    public static async Task<string?> PathsAsync(Mutant mutant)
    {
        var forms = Forms(Shipped.Read(mutant, new FaultList())!);
        foreach (var place in Around.Places(mutant))
        {
            for (var form = 0; form < forms.Length; form++)
            {
                var clean = await Clean.GetOrAdd((place, form), k => Shipping[k.Form].Value.FindingsAsync(k.Place));
                if ((await forms[form].Value.FindingsAsync(place)).Except(clean).Order(StringComparer.Ordinal).FirstOrDefault() is { } found)
                {
                    return found.Split(' ')[0];
                }
            }
        }

        return null;
    }

    // On the web and by text message.
    private static Lazy<Around>[] Forms(Library library) => [new(() => new Around(library, sms: false)), new(() => new Around(library, sms: true))];
}
