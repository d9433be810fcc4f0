using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Paths;
using OverdoseBot.Scripts;

namespace OverdoseBot.Mutation.Tests;

/// <summary>
/// The walk of <c>paths</c> around one step: the real bot stands there, every message, tap and clock reaches it once, and every
/// invariant is asked. From the start the walk would need thousands of states before it came there.
/// </summary>
internal sealed class Around
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);
    private readonly Library _library;
    private readonly bool _sms;
    private readonly Expander _expander;

    /// <summary>A walker for all steps of a library, in one form: what it made of the library serves at each.</summary>
    public Around(Library library, bool sms)
    {
        (_library, _sms) = (library, sms);
        var scene = new Scene(library, "us", "en", sms);
        _expander = new Expander(
            scene, new Driver(scene, Shipped.Ear), new InputBook(scene, Shipped.Ear), new Fold(library, Depth.Whole), new Consequences(), SafetyRules.All);
    }

    /// <summary>Where a change shows: at the step changed, else at one step of each kind of care.</summary>
    public static IReadOnlyList<Place> Places(Mutant mutant) => mutant.Step is { } step
        ? [step]
        : [new("respond", "start"), new("respond", "breathing"), new("respond", "compressions"), new("respond", "recovery-position"), new("naloxone", "spray"), new("after", "start")];

    /// <summary>What is broken at a step.</summary>
    public async Task<HashSet<string>> FindingsAsync(Place place)
    {
        if (_library.Find(place) is null)
        {
            return [];
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var marks in new string[][] { [], ["kit-here", "called"] })
        {
            var node = new OverdoseBot.Paths.Node(-1, null!, RecordJson.Write(Record(place, marks)), Now, null,
                Walked.Moving | Walked.Clocks | (marks.Length == 0 ? Walked.Texts | Walked.Pairs : Walked.Words));
            var expansion = await _expander.ExpandAsync(0, node, []);
            found.UnionWith(expansion.Findings.Select(f => $"{SafetyRules.All[f.Invariant].Number} {f.Fault}"));
        }

        return found;
    }

    private CaseRecord Record(Place place, string[] marks)
    {
        var frame = new Frame(place.Dialog, place.Step, null);
        return new CaseRecord
        {
            Region = "us",
            Language = "en",
            Sms = _sms,
            Stack = place.Dialog == "naloxone" ? [frame, new Frame("respond", "breaths", "breaths")] : [frame],
            LastHeard = Now,
            Entered = Now,
            Marks = marks.ToImmutableSortedDictionary(m => m, _ => new Mark(Now, Now), StringComparer.Ordinal),
        };
    }
}
