using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing.Flow;

/// <summary>A row of a box: the answers that lead to one place.</summary>
/// <param name="Words">Answer words, and <c>silence</c>.</param>
/// <param name="Leads">Where to, in words.</param>
/// <param name="To">The box it leads to, by its place on the page from 0; null: it stays, or leaves the dialog.</param>
internal sealed record FlowRow(ImmutableArray<string> Words, string Leads, int? To);

/// <summary>A step as a box.</summary>
/// <param name="Step">The step.</param>
/// <param name="Entries">What leads here from any step: clocks, and what is heard everywhere.</param>
/// <param name="Rows">Its answers.</param>
internal sealed record FlowBox(Step Step, ImmutableArray<string> Entries, ImmutableArray<FlowRow> Rows);

/// <summary>The steps of one dialog and the answers between them. What is heard at every step is a note, not an arrow: it would hide the rest.</summary>
internal sealed class FlowGraph
{
    private readonly Library _library;
    private readonly Script _script;

    private FlowGraph(Library library, Script script) => (_library, _script) = (library, script);

    /// <summary>The boxes in the order of the page.</summary>
    public static ImmutableArray<FlowBox> Of(Library library, Script script)
    {
        var graph = new FlowGraph(library, script);
        return [.. script.Steps.Select(s => new FlowBox(s, [.. graph.Entries(s)], [.. graph.Rows(s)]))];
    }

    private IEnumerable<FlowRow> Rows(Step step)
    {
        var moves = step.First.Concat(step.Answers).Select(a => (a.Word, a.Move));
        moves = step.Silence is { } silence ? moves.Append(("silence", silence.Then)) : moves;
        return moves.Select(m => (m.Word, Leads: Leads(m.Move), To: Box(m.Move)))
            .GroupBy(m => (m.Leads, m.To))
            .Select(g => new FlowRow([.. g.Select(m => m.Word).Distinct()], g.Key.Leads, g.Key.To == step.Index ? null : g.Key.To))
            .OrderBy(r => r.To is null);
    }

    private IEnumerable<string> Entries(Step step)
    {
        var heard = _script.First.Concat(_script.Always).Where(a => Box(a.Move) == step.Index).Select(a => a.Word).ToList();
        if (heard.Count > 0)
        {
            yield return $"from any step: {string.Join(", ", heard)}";
        }

        foreach (var clock in _script.Alarms.Where(a => _library.Find(a.Step) == step))
        {
            yield return $"clock {clock.Name}: {Times.Text(clock.At)} after {string.Join(" or ", clock.Since)}";
        }
    }

    private int? Box(Move move) =>
        move.Kind == MoveKind.Step && _library.Find(move.To!) is { } step && step.Place.Dialog == _script.Dialog ? step.Index : null;

    private string Leads(Move move) => move.Kind switch
    {
        MoveKind.Step => Name(move.To!),
        MoveKind.Do => $"{move.To!.Dialog}, then {Name(move.Then!)}",
        MoveKind.End => "ends",
        MoveKind.Back => "back",
        _ => "stays",
    };

    private string Name(Place place) => _library.Find(place) is not { } step ? place.ToString()
        : step.Place.Dialog == _script.Dialog ? FormattableString.Invariant($"{step.Index + 1} {step.Place.Step}")
        : step.Place.ToString();
}
