using System.Collections.Frozen;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Practice (<c>drills.yaml</c>).</summary>
internal static class DrillReader
{
    public const string File = "drills.yaml";

    public static Drills? Drills(Node? root, FaultList faults)
    {
        if (Fields.Of(root, File, faults) is not { } fields)
        {
            return null;
        }

        faults.WordOrNull(fields.Get("language"));
        ReviewReader.Review(fields.Need("reviewed"), faults);
        var drills = new Drills
        {
            Marker = faults.Text(fields.Need("marker")),
            Emergency = faults.Text(fields.Need("emergency")),
            CallLine = Call(fields.Need("call-line"), faults),
            Doubt = Message(fields.Need("doubt"), "the doubt", faults),
            Leaves = faults.Words(fields.Need("leaves")),
            Done = faults.Word(fields.Need("done")),
            Real = MoveReader.Whole(fields.Need("real"), faults),
            Choose = MoveReader.Whole(fields.Need("choose"), faults),
            After = MoveReader.Whole(fields.Need("after"), faults),
            EndsAfter = faults.Duration(fields.Need("ends-after")),
            QuickWait = faults.Duration(fields.Need("quick-wait")),
            Score = Message(fields.Need("score"), "the score", faults),
            Advice = Message(fields.Need("advice"), "the advice", faults),
            Goals = faults.Named(fields.Need("goals"), "a goal", (pair, f) => Goal(pair, f, faults)).ToFrozenDictionary(StringComparer.Ordinal),
            Scenarios = [.. faults.Named(fields.Need("scenarios"), "a scenario", (pair, f) => Scenario(pair, f, faults)).Select(s => s.Value)],
            Spot = fields.Spot,
        };
        fields.NothingElse();
        return drills;
    }

    // It heads the same messages under the same conditions as the real one: only its words are others.
    private static CallLine Call(Node? node, FaultList faults)
    {
        var nothing = new Choice("", "", null);
        if (Fields.Of(node, "the call line", faults) is not { } fields)
        {
            return new CallLine("", "", nothing, 0, []);
        }

        var line = new CallLine(faults.Text(fields.Need("full")), faults.Text(fields.Need("reminder")), nothing, 0, []) { Spot = fields.Spot };
        fields.NothingElse();
        return line;
    }

    private static Wording Message(Node? node, string what, FaultList faults)
    {
        if (Fields.Of(node, what, faults) is not { } fields)
        {
            return new Wording([], [], null);
        }

        var wording = WordingReader.OneMessage(fields);
        fields.NothingElse();
        return wording;
    }

    private static Goal Goal(Pair pair, Fields fields, FaultList faults) => new()
    {
        Name = faults.Word(pair.Key),
        Heard = faults.WordOrNull(fields.Get("heard")),
        At = fields.Get("at") is { } at ? MoveReader.Whole(at, faults) : null,
        Mark = faults.WordOrNull(fields.Get("mark")),
        Dose = fields.Get("dose") is { } dose ? faults.Number(dose, 1, 9) : 0,
        MostDoses = fields.Get("most-doses") is { } most ? faults.Number(most, 0, 9) : null,
        NotBefore = fields.Get("not-before") is { } early ? faults.Duration(early) : TimeSpan.Zero,
        Within = fields.Get("within") is { } late ? faults.Duration(late) : TimeSpan.Zero,
        Met = faults.Text(fields.Need("say")),
        Missed = faults.Text(fields.Need("more")),
        Sources = faults.Texts(fields.Need("sources")),
        Spot = pair.Key.Spot,
    };

    private static Scenario Scenario(Pair pair, Fields fields, FaultList faults) => new(
        faults.Word(pair.Key), WordingReader.OneMessage(fields), faults.Words(fields.Get("facts")),
        [.. faults.Named(fields.Need("scenes"), "a scene", (p, f) => Sight(p, f, faults)).Select(s => s.Value)],
        faults.List(fields.Need("ends"), item => MoveReader.Whole(item, faults)), faults.Duration(fields.Need("lasts")), faults.Words(fields.Need("goals")), pair.Key.Spot);

    private static Sight Sight(Pair pair, Fields fields, FaultList faults) => new(
        faults.Word(pair.Key), MoveReader.Whole(fields.Need("at"), faults), fields.Get("doses") is { } doses ? faults.Number(doses, 0, 9) : 0,
        WordingReader.OneMessage(fields), pair.Key.Spot);
}
