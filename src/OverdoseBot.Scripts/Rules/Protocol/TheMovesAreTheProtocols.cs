using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Every state of the protocol and every fact: the bot goes where the clinical reference says (clinical.md 2.3).</summary>
internal sealed class TheMovesAreTheProtocols() : Rule("OD0070", "Every answer leads where the protocol says", "H-03",
    "a move that is slightly wrong reads well, and sends the helper away from what keeps the person alive.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        !Protocol.HoldsFor(library) ? []
        : from script in library.InOrder()
          from step in script.Steps
          where Protocol.Lay.States.ContainsKey(step.Place.ToString())
          from fault in Faults(library, script, step)
          select fault;

    private IEnumerable<Fault> Faults(Library library, Script script, Step step)
    {
        var moves = Moves(library, script, step);
        var own = step.First.Concat(step.Answers).Select(a => library.Fact(a.Word)).Append("silence").ToHashSet(StringComparer.Ordinal);
        foreach (var fact in Protocol.Lay.Facts(step.Place).Concat(moves.Keys).Distinct(StringComparer.Ordinal))
        {
            if (Protocol.Lay.States[$"{step.Place}"].Moves.ContainsKey(fact) && moves.ContainsKey(fact) && !own.Contains(fact))
            {
                yield return Fault(step.Spot, $"Step \"{step.Place}\" does not ask for \"{fact}\" itself; the protocol has it there.", "Add it to the answers of the step, so that a short reply is read as it.");
            }

            var (expected, move) = (Protocol.Lay.Move(step.Place, fact), moves.GetValueOrDefault(fact));
            if (expected is null && move!.Kind is not (MoveKind.Stay or MoveKind.Rest))
            {
                yield return Fault(move.Spot, $"In step \"{step.Place}\" \"{fact}\" leads to {ProtocolWords.Of(move)}, and the protocol does not know it there.",
                    "Write   stay   , or write the move into the protocol with its source.");
            }
            else if (expected is not null && (move is null || ProtocolWords.Of(move) != expected))
            {
                var found = move is null ? "is not heard" : $"leads to {ProtocolWords.Of(move)}";
                yield return Fault(move?.Spot ?? step.Spot, $"In step \"{step.Place}\" \"{fact}\" {found}; the protocol says {expected}.",
                    "Lead where the protocol says. If the protocol has changed, change it first, with its source.");
            }
        }
    }

    /// <summary>What a message with one fact alone does: bad news, the step's own answer, other facts (ARCHITECTURE section 5).</summary>
    private static Dictionary<string, Move> Moves(Library library, Script script, Step step)
    {
        var moves = new Dictionary<string, Move>(StringComparer.Ordinal);
        var bad = step.First.Concat(script.First).Concat(library.Around(script)?.First ?? []).Concat(library.Scripts[Graph.Root].First).ToList();
        Add(bad.Where(a => !a.Move.OnlyTells));
        Add(step.Answers);
        Add(script.Always.Concat(library.Around(script)?.Always ?? ImmutableArray<Answer>.Empty));
        Add(bad);
        if (step.Silence is { } silence)
        {
            moves["silence"] = silence.Then;
        }

        return moves;

        void Add(IEnumerable<Answer> answers)
        {
            foreach (var answer in answers)
            {
                moves.TryAdd(library.Fact(answer.Word), answer.Move);
            }
        }
    }
}
