using System.Collections.Immutable;
using System.Text;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>
/// Folds a record to keys that are finite. What decides where the bot goes (the stack, the kit, the doses) never decides what stands in
/// front of its words (calling, crew, asides told), and the other way round. So instead of their product each is walked in full:
/// every state of the one and every state of the other. Marks that only the hand-over sentence reads are left out: its length is
/// bounded, and no move hangs on it.
/// </summary>
internal sealed class Fold(Library library)
{
    private static readonly TimeSpan _near = TimeSpan.FromSeconds(90);
    private readonly ImmutableArray<string> _moving = [.. Moving(library)];
    private readonly ImmutableArray<string> _wording = [.. Wording(library)];

    /// <summary>All keys of a state.</summary>
    public Folded Of(CaseRecord record, DateTimeOffset now)
    {
        var stack = Stack(record.Stack);
        var moves = $"{stack} {Bits(record.Marks, _moving)} {(record.Alarms.Any(a => a.Kind == AlarmKind.Clock) ? 'T' : '-')}";
        var words = $"{stack} {Variant(record)} {Heading(record, now)}";
        var undo = record.Undo is not { } u ? "-" : $"{Stack(u.Stack)} {Bits(u.Marks, _moving)}";
        var clocks = string.Join(' ', record.Alarms.Select(a => a.Due <= now ? a.Name + "!" : a.Name));
        var counts = $"{record.Silences} {record.PromptsSent} {record.Ended} {clocks}";
        return new Folded("m " + moves, "w " + words, "u " + undo, $"a {moves} {clocks}", $"c {words} {counts}");
    }

    private static string Stack(ImmutableArray<Frame> stack) => string.Join(' ', stack.Select(f => $"{f.Dialog}/{f.Step}>{f.Then}"));

    private static string Bits(ImmutableSortedDictionary<string, Mark> marks, ImmutableArray<string> read)
    {
        var bits = new StringBuilder(read.Length);
        foreach (var mark in read)
        {
            bits.Append(marks.ContainsKey(mark) ? '1' : '0');
        }

        return bits.ToString();
    }

    // Which of the step's wordings its marks choose.
    private int Variant(CaseRecord record)
    {
        var step = record.Stack.IsEmpty ? null : library.Find(new Place(record.Stack[0].Dialog, record.Stack[0].Step));
        var variants = step?.SayWhen ?? [];
        var i = 0;
        while (i < variants.Length && !record.Has(variants[i].When))
        {
            i++;
        }

        return i;
    }

    private string Heading(CaseRecord record, DateTimeOffset now)
    {
        var told = record.Told.Where(t => now - t.Value < library.Asides[t.Key].Every).Select(t => t.Key);
        var look = record.LastLook is { } at && now - at < _near ? 'L' : '-';
        return $"{Bits(record.Marks, _wording)} {record.CallAsked} {(record.LastHeard is null ? '-' : 'h')}{look} {string.Join(' ', told)}";
    }

    private static IEnumerable<string> Moving(Library library)
    {
        var steps = library.Scripts.Values.SelectMany(s => s.Steps).ToList();
        return steps.SelectMany(s => s.SayWhen).Select(v => v.When).Concat(steps.SelectMany(s => s.Known).Select(library.Fact))
            .Except(Wording(library), StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Wording(Library library) =>
        library.Asides.Values.SelectMany(a => a.SayWhen).Select(v => v.When)
            .Concat(library.Asides.Values.Select(a => a.LineWhen).OfType<string>())
            .Concat(library.CallLine.Until).Concat(library.OnlyClocksWhen)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

/// <summary>A state as the walk knows it.</summary>
/// <param name="Moves">What decides where a message leads.</param>
/// <param name="Words">What decides the words of its reply.</param>
/// <param name="Undo">What "wrong button" goes back to.</param>
/// <param name="ClockMoves">What decides where a clock leads.</param>
/// <param name="ClockWords">What decides the words of a clock.</param>
internal sealed record Folded(string Moves, string Words, string Undo, string ClockMoves, string ClockWords)
{
    public bool NewIn(HashSet<string> seen) =>
        !seen.Contains(Moves) || !seen.Contains(Words) || !seen.Contains(Undo) || !seen.Contains(ClockMoves) || !seen.Contains(ClockWords);
}
