using System.Collections.Concurrent;
using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>
/// Folds a record to keys that are finite. A turn does not read all of a record at once: what decides where the bot goes (the stack, the kit, the
/// doses) never decides what stands in front of its words (calling, asides told), which device they have matters on arrival at the one step
/// that asks for it, and who lies there (a child, a baby) changes words inside a wording only. So a record is taken apart into factors, each together with
/// the place where it is read, and every value of every factor is walked, instead of their product:
/// <list type="bullet">
/// <item><see cref="Factor.Moves"/>: the stack × all facts that more than one step reads × whether the dose clock runs. The heart; a full product.</item>
/// <item><see cref="Factor.Arrival"/>: the stack × a step that alone reads facts × the answer and wording it would choose of them × the facts that pass other steps by on the way to it.</item>
/// <item><see cref="Factor.Words"/>: the step × its wording × the wording that was shown last × the call line's state: over or how often asked, only clocks.</item>
/// <item><see cref="Factor.Pieces"/>: the step × its wording × the words of each piece in it. Text is made of nothing else but the heading, which is Words.</item>
/// <item><see cref="Factor.Asides"/>: the step × an aside × its words and whether it was said lately.</item>
/// <item><see cref="Factor.Undo"/>: what "wrong button" goes back to.</item>
/// <item><see cref="Factor.ClockMoves"/> and <see cref="Factor.ClockWords"/>: the same for clocks, with the clocks that run and how often they rang.</item>
/// <item><see cref="Factor.Handover"/>: product × doses, where the hand-over sentence is said; its other parts are bounded in length and nothing hangs on them.</item>
/// <item><see cref="Factor.Handoff"/>: the step × whether a person was asked for or is here, where a hub is set.</item>
/// <item><see cref="Factor.Forget"/>: the step, where they asked to be forgotten and the case is not over.</item>
/// <item><see cref="Factor.Practice"/>: in a practice, what is played, where and with how many doses: the case that is played is the response, walked for itself.</item>
/// </list>
/// From a state that brings a new value of a factor, all inputs are walked whose outcome can hang on that factor. Two facts that a turn reads together
/// are in one factor; that no turn reads across them is what a planted fault in each factor shows.
/// </summary>
internal sealed class Fold(Library library, Depth depth)
{
    private static readonly TimeSpan _near = TimeSpan.FromSeconds(90);
    private readonly Factors _factors = new(library);
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly bool _whole = depth == Depth.Whole;
    private int _lastId;

    /// <summary>All keys of a state.</summary>
    public ImmutableArray<FoldKey> Of(CaseRecord record, DateTimeOffset now)
    {
        if (record.Drill is { Case: var played } drill)
        {
            var seen = ((ulong)Math.Min(played.Doses.Length, 3) * 2) + (drill.Doubted ? 1UL : 0);
            return [new FoldKey(Factor.Practice, Id($"{drill.Scenario} {drill.Quick} {Top(played.Stack)}"), seen)];
        }

        var step = record.Top() is { } place ? library.Find(place) : null;
        var keys = ImmutableArray.CreateBuilder<FoldKey>(16);
        var (stack, top) = (Stack(record.Stack), Top(record.Stack));
        var variant = step is null ? 0 : Factors.Variant(step, record);
        var words = Id($"{top} {variant} {record.Shown?.When}");
        var clock = record.Alarms.Any(a => a.Kind == AlarmKind.Clock) ? 1UL : 0;
        var moves = (_whole ? Factors.Bits(record, _factors.Moving) * 2 : (ulong)variant * 2) + clock;
        var heading = Heading(record);

        keys.Add(new FoldKey(Factor.Moves, stack, moves));
        keys.Add(new FoldKey(Factor.Words, _whole ? words : Id(top), heading));
        foreach (var (reader, value) in _whole ? _factors.OnArrival(record) : [])
        {
            keys.Add(new FoldKey(Factor.Arrival, stack, ((ulong)Id(reader.Place.ToString()) << 24) + (Factors.Bits(record, _factors.Chained) << 16) + (ulong)value));
        }

        if (record.Handoff is { } handoff)
        {
            keys.Add(new FoldKey(Factor.Handoff, Id(top), handoff.Here ? 1UL : 0));
        }

        if (record.Forget)
        {
            keys.Add(new FoldKey(Factor.Forget, Id(top), 1));
        }

        if (step is not null)
        {
            keys.Add(new FoldKey(Factor.Pieces, words, _factors.Pieces(step, record)));
            if (_factors.SaysHandover(step))
            {
                keys.Add(new FoldKey(Factor.Handover, Id(record.Product ?? ""), (ulong)Math.Min(record.Doses.Length, 3)));
            }
        }

        for (var i = 0; i < _factors.Asides.Length; i++)
        {
            keys.Add(new FoldKey(Factor.Asides, Id(top), ((ulong)i << 8) + _factors.Aside(_factors.Asides[i], record, now)));
        }

        if (record.Undo is { } undo)
        {
            keys.Add(new FoldKey(Factor.Undo, Stack(undo.Stack), _whole ? Factors.Bits(undo.Marks, _factors.Moving) : 0));
        }

        if (!record.Alarms.IsEmpty)
        {
            var clocks = Id(string.Join(' ', record.Alarms.Select(a => a.Due <= now ? a.Name + "!" : a.Name)));
            var look = record.LastLook is { } at && now - at < _near ? 1UL : 0;
            var counts = ((((ulong)record.Silences * 8) + (ulong)Math.Min(record.PromptsSent, 7)) * 4) + (look * 2) + (record.SilenceHeldUntil is null ? 0UL : 1);
            keys.Add(new FoldKey(Factor.ClockMoves, stack, (moves << 16) + (ulong)clocks));
            keys.Add(new FoldKey(Factor.ClockWords, words, (((counts << 16) + (ulong)clocks) << 6) + heading));
        }

        return keys.DrainToImmutable();
    }

    // What stands in front of a step's words: the call line, which is over when any of its facts is known, and how often it may still ask.
    private ulong Heading(CaseRecord record)
    {
        var over = library.CallLine.Until.Any(record.Has);
        var quiet = library.OnlyClocksWhen.Any(record.Has);
        return (over ? 1UL : 0) + (quiet ? 2UL : 0) + (record.LastHeard is null ? 4UL : 0) + (over ? 0 : (ulong)Math.Min(record.CallAsked, 3) * 8);
    }

    private int Stack(ImmutableArray<Frame> stack) => Id(_whole ? string.Join(' ', stack.Select(f => $"{f.Dialog}/{f.Step}>{f.Then}")) : Top(stack));

    private static string Top(ImmutableArray<Frame> stack) => stack.IsEmpty ? "" : $"{stack[0].Dialog}/{stack[0].Step}";

    private int Id(string text) => _ids.GetOrAdd(text, _ => Interlocked.Increment(ref _lastId));
}
