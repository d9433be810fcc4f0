using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>One dialog file.</summary>
internal static class DialogReader
{
    public static Script? Script(Node root, IReadOnlyDictionary<string, string> starts, FaultList faults)
    {
        if (Fields.Of(root, "a dialog", faults) is not { } fields)
        {
            return null;
        }

        var name = faults.Word(fields.Need("dialog"));
        var moves = new MoveReader(name, starts, faults);
        var steps = Steps(fields.Need("steps"), moves);
        var review = ReviewReader.Review(fields.Need("reviewed"), faults);
        var script = new Script
        {
            Dialog = name,
            Language = faults.Word(fields.Need("language")),
            ReviewStatus = review.Status,
            Review = review,
            Start = new Place(name, faults.Word(fields.Need("start"))),
            Within = faults.WordOrNull(fields.Get("within")),
            EndsCase = faults.Flag(fields.Get("ends-case")),
            First = moves.Answers(fields.Get("first")),
            Always = moves.Answers(fields.Get("always")),
            Steps = steps,
            ByName = ByName(steps, faults),
            Alarms = [.. faults.Named(fields.Get("alarms"), "an alarm", (pair, alarm) => Alarm(pair, alarm, moves)).Select(a => a.Value)],
            Spot = fields.Spot,
        };
        fields.NothingElse();
        return script;
    }

    private static ImmutableArray<Step> Steps(Node? node, MoveReader moves)
    {
        var steps = moves.Faults.Pairs(node, "steps").Select((pair, i) => StepReader.Step(pair, i, moves)).Where(s => s is not null).Select(s => s!).ToImmutableArray();
        if (node is not null && steps.IsEmpty)
        {
            moves.Faults.Add(ReadingRules.Missing, node.Spot, $"Dialog \"{moves.Dialog}\" has no step.", "Write at least its start.");
        }

        return steps;
    }

    /// <summary>Old names lead to the step that has them, so that a live conversation lands somewhere.</summary>
    private static FrozenDictionary<string, Step> ByName(ImmutableArray<Step> steps, FaultList faults)
    {
        var names = steps.DistinctBy(s => s.Place.Step).ToDictionary(s => s.Place.Step, StringComparer.Ordinal);
        foreach (var (step, old) in steps.SelectMany(s => s.Was.Select(old => (s, old))))
        {
            if (!names.TryAdd(old, step))
            {
                faults.Add(ReadingRules.Names, step.Spot, $"The old name \"{old}\" of step \"{step.Place.Step}\" is also a name of step \"{names[old].Place.Step}\".",
                    "Leave the old name with one of the two.");
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Alarm Alarm(Pair pair, Fields fields, MoveReader moves) => new(
        moves.Faults.Word(pair.Key), moves.Faults.Words(fields.Need("since")), moves.Faults.Duration(fields.Need("at")),
        fields.Get("apart") is { } apart ? moves.Faults.Duration(apart) : TimeSpan.Zero, moves.At(fields.Need("step")),
        moves.Faults.List(fields.Need("until"), moves.At), pair.Key.Spot);
}
