using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>One step.</summary>
internal static class StepReader
{
    private static readonly Dictionary<string, StepKind> Kinds =
        Enum.GetValues<StepKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, PracticeClock> Practices =
        new(StringComparer.Ordinal) { ["timed"] = PracticeClock.Timed, ["quick"] = PracticeClock.Quick };

    public static StepKind Kind(Node? node, FaultList faults) => faults.OneOf(node, Kinds, StepKind.Emergency);

    public static Step? Step(Pair pair, int index, MoveReader moves)
    {
        var faults = moves.Faults;
        var name = faults.Word(pair.Key);
        if (Fields.Of(pair.Value, $"step \"{name}\"", faults) is not { } fields)
        {
            return null;
        }

        var step = new Step
        {
            Place = new Place(moves.Dialog, name),
            Index = index,
            Kind = Kind(fields.Need("kind"), faults),
            Wording = WordingReader.Wording(fields),
            SayWhen = WordingReader.Variants(fields.Get("say-when"), faults, oneMessage: false),
            How = faults.TextOrNull(fields.Get("how")),
            Choices = WordingReader.Choices(fields.Get("choices"), faults),
            Answers = moves.Answers(fields.Get("answers")),
            While = [.. fields.Get("while") is { } some ? faults.Pairs(some, "while").Select(p => new Whilst(faults.Word(p.Key), moves.Answers(p.Value), p.Key.Spot)) : []],
            Asks = faults.Words(fields.Get("asks")),
            First = moves.Answers(fields.Get("first")),
            Yes = faults.WordOrNull(fields.Get("yes")),
            WebYes = faults.WordOrNull(fields.Get("web-yes")),
            No = faults.WordOrNull(fields.Get("no")),
            Known = faults.Words(fields.Get("known")),
            KnownOnce = faults.Words(fields.Get("known-once")),
            Right = faults.WordOrNull(fields.Get("right")),
            Mark = faults.Words(fields.Get("mark")),
            Clear = faults.Words(fields.Get("clear")),
            Silence = Silence(fields.Need("silence", ReadingRules.Silence, "Add   silence: none   or what follows silence."), moves),
            Prompts = Prompts(fields.Get("prompts"), faults),
            Pace = Pace(fields.Get("pace"), faults),
            PaceAsBefore = IsAsBefore(fields.Get("pace")),
            SaysCall = faults.Flag(fields.Get("says-call")),
            Practice = fields.Get("practice") is { } practice ? faults.OneOf(practice, Practices, PracticeClock.Timed) : PracticeClock.None,
            Forgets = faults.Flag(fields.Get("forgets")),
            Was = faults.Words(fields.Get("was")),
            Sources = faults.Texts(fields.Get("sources")),
            Spot = pair.Key.Spot,
        };
        fields.NothingElse();
        return step;
    }

    private static Silence? Silence(Node? node, MoveReader moves)
    {
        if (node is null or ScalarNode { Value: "none" } || Fields.Of(node, "silence", moves.Faults) is not { } fields)
        {
            return null;
        }

        var again = Fields.Of(fields.Need("again"), "again", moves.Faults);
        var silence = new Silence(
            moves.Faults.Duration(fields.Need("web")), moves.Faults.Duration(fields.Need("sms")),
            again is null ? new Wording([], [], null) : WordingReader.Wording(again),
            fields.Need("then") is { } then ? moves.Move(then) : new Move(MoveKind.Stay, null, null, null, fields.Spot),
            moves.Faults.Text(fields.Need("lead")))
        { Spot = fields.Spot };
        again?.NothingElse();
        fields.NothingElse();
        return silence;
    }

    private static Prompts? Prompts(Node? node, FaultList faults)
    {
        if (Fields.Of(node, "prompts", faults) is not { } fields)
        {
            return null;
        }

        var after = faults.List(fields.Need("after"), item => faults.Duration(item));
        var words = fields.Get("say") is null && fields.Get("sms") is null && fields.Get("brief") is null ? null : WordingReader.Wording(fields);
        var prompts = new Prompts(after, words)
        {
            Spot = fields.Spot,
            AnsweredAt = MoveReader.WholeOrNull(fields.Get("answered-at"), faults),
            WhileLed = faults.Flag(fields.Get("while-led")),
        };
        fields.NothingElse();
        return prompts;
    }

    private static bool IsAsBefore(Node? node) => node is ScalarNode { Value: "as-before" };

    private static Pace? Pace(Node? node, FaultList faults)
    {
        if (IsAsBefore(node) || Fields.Of(node, "pace", faults) is not { } fields)
        {
            return null;
        }

        var pace = new Pace(faults.Word(fields.Need("kind")), faults.Number(fields.Need("per-minute"), 1, 300))
        {
            When = [.. faults.Pairs(fields.Get("when"), "when").Select(p => new PaceRow(faults.Word(p.Key), faults.Number(p.Value, 1, 300)))],
        };
        fields.NothingElse();
        return pace;
    }
}
