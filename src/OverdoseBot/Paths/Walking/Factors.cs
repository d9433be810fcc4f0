using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Which marks of a record are read where, as the scripts have it: what a fold may leave out follows from it.</summary>
internal sealed class Factors
{
    private readonly Library _library;
    private readonly ImmutableArray<Step> _readers;
    private readonly Dictionary<Place, ImmutableArray<Piece>> _pieces;
    private readonly HashSet<Place> _handover;

    public Factors(Library library)
    {
        _library = library;
        var steps = library.Scripts.Values.OrderBy(s => s.Dialog, StringComparer.Ordinal).SelectMany(s => s.Steps).ToList();
        var reads = steps.SelectMany(s => Reads(s).Select(f => (Fact: f, Step: s))).ToList();
        Calls = [.. library.CallLine.Until.Concat(library.OnlyClocksWhen).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Moving = [.. reads.GroupBy(r => r.Fact).Where(g => g.Select(r => r.Step.Place).Distinct().Count() > 1).Select(g => g.Key)
            .Except(Calls, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Chained = [.. Moving.Intersect(steps.SelectMany(s => s.Known).Select(library.Fact), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _readers = [.. reads.Where(r => !Moving.Contains(r.Fact) && !Calls.Contains(r.Fact)).Select(r => r.Step).Distinct()];
        Asides = [.. library.Asides.Values.Where(a => !a.SayWhen.IsEmpty || a.LineWhen is not null || a.Every > TimeSpan.Zero).OrderBy(a => a.Name, StringComparer.Ordinal)];
        _pieces = steps.ToDictionary(s => s.Place, s => Texts(s).SelectMany(t => In(t, library)).Distinct().ToImmutableArray());
        _handover = [.. steps.Where(s => Texts(s).Any(t => t.Contains("{handover}", StringComparison.Ordinal))).Select(s => s.Place)];
    }

    /// <summary>Facts that more than one step reads: they decide together where the bot goes.</summary>
    public ImmutableArray<string> Moving { get; }

    /// <summary>Those of them that pass a step by on arrival, so that what the next one reads is read in the same turn.</summary>
    public ImmutableArray<string> Chained { get; }

    /// <summary>Facts that end the call line or leave only clocks speaking.</summary>
    public ImmutableArray<string> Calls { get; }

    /// <summary>Asides whose words differ.</summary>
    public ImmutableArray<Aside> Asides { get; }

    /// <summary>
    /// For every step that alone reads some fact (naloxone/kind reads the devices, wake reads "not waking"): which answer it would take on arrival
    /// and which wording it would choose. One number a step; 0: as if nothing of it were known.
    /// </summary>
    public IEnumerable<(Step Step, int Value)> OnArrival(CaseRecord record)
    {
        foreach (var step in _readers)
        {
            var known = First(step.Known.Length, i => record.Has(_library.Fact(step.Known[i])));
            var value = (known * 64) + First(step.SayWhen.Length, i => record.Has(step.SayWhen[i].When));
            if (value > 0)
            {
                yield return (step, value);
            }
        }
    }

    /// <summary>Which words each piece of a step has; 0: the step has none, or all say what they say of anybody.</summary>
    public ulong Pieces(Step step, CaseRecord record)
    {
        var all = 0UL;
        foreach (var piece in _pieces[step.Place])
        {
            all = (all * 8) + (ulong)First(piece.Rows.Length, i => record.Has(piece.Rows[i].When));
        }

        return all;
    }

    /// <summary>True when the step says the hand-over sentence.</summary>
    public bool SaysHandover(Step step) => _handover.Contains(step.Place);

    /// <summary>Which of the step's wordings the marks choose; 0: its own.</summary>
    public static int Variant(Step step, CaseRecord record) => First(step.SayWhen.Length, i => record.Has(step.SayWhen[i].When));

    /// <summary>Which words an aside has, and whether it was said lately.</summary>
    public ulong Aside(Aside aside, CaseRecord record, DateTimeOffset now)
    {
        var line = aside.LineWhen is { } when && record.Has(when) ? 2UL : 0;
        var tapped = line > 0 && _library.LineIn(_library.Regions[record.Region], aside.Line!) is not null;
        var told = record.Told.TryGetValue(Offers.Key(aside, tapped), out var at) && now - at < aside.Every ? 1UL : 0;
        return ((ulong)First(aside.SayWhen.Length, i => record.Has(aside.SayWhen[i].When)) * 4) + line + told;
    }

    /// <summary>Marks as bits.</summary>
    public static ulong Bits(CaseRecord record, ImmutableArray<string> marks) => Bits(record.Marks, marks);

    /// <summary>Marks as bits.</summary>
    public static ulong Bits(ImmutableSortedDictionary<string, Mark> marks, ImmutableArray<string> read)
    {
        var bits = 0UL;
        foreach (var mark in read)
        {
            bits = (bits * 2) + (marks.ContainsKey(mark) ? 1UL : 0);
        }

        return bits;
    }

    private IEnumerable<string> Reads(Step step) => step.SayWhen.Select(v => v.When).Concat(step.Known.Select(_library.Fact));

    private static IEnumerable<string> Texts(Step step)
    {
        var words = step.SayWhen.Select(v => v.Wording).Append(step.Wording).Append(step.Silence?.Again).Append(step.Prompts?.Wording).OfType<Wording>();
        return words.SelectMany(w => w.Say.Concat(w.Sms).Append(w.Brief)).Append(step.How).OfType<string>();
    }

    private static IEnumerable<Piece> In(string text, Library library) =>
        library.Pieces.Values.Where(p => text.Contains("{" + p.Name + "}", StringComparison.Ordinal)).OrderBy(p => p.Name, StringComparer.Ordinal);

    // One more than the index of the first that holds; 0: none does.
    private static int First(int count, Func<int, bool> holds)
    {
        for (var i = 0; i < count; i++)
        {
            if (holds(i))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
