using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Reading;

/// <summary>What holds in every dialog (<c>everywhere.yaml</c>).</summary>
internal sealed record Everywhere(
    string Language, Review Review, CallLine CallLine, ImmutableArray<StepKind> CallKinds, FrozenDictionary<string, string> Same,
    FrozenDictionary<string, char> Digits, string ReplyList, ImmutableArray<string> BadNews, ImmutableArray<string> OnlyClocksWhen,
    FrozenDictionary<string, Kept> Keep, CaseRule Case, Place Fallback, ImmutableArray<HandoverPart> Handover, FrozenDictionary<string, Aside> Asides,
    FrozenDictionary<string, Piece> Pieces, FrozenDictionary<string, string> Speak, FrozenDictionary<string, Spot> Spots)
{
    public static Everywhere? Read(Node root, FaultList faults)
    {
        if (Fields.Of(root, "everywhere.yaml", faults) is not { } fields)
        {
            return null;
        }

        var spots = new Dictionary<string, Spot>(StringComparer.Ordinal);
        Node? Noted(string key)
        {
            var node = fields.Need(key);
            spots[key] = node?.Spot ?? fields.Spot;
            foreach (var pair in (node as MapNode)?.Pairs ?? [])
            {
                spots[$"{key}.{pair.Key.Value}"] = pair.Key.Spot;
            }

            return node;
        }

        var (call, kinds) = ReadCall(Noted("call-line"), faults);
        var everywhere = new Everywhere(
            faults.Word(fields.Need("language")), ReviewReader.Review(fields.Need("reviewed"), faults), call, kinds,
            faults.Pairs(Noted("same"), "same").ToFrozenDictionary(p => p.Key.Value, p => faults.Word(p.Value), StringComparer.Ordinal),
            faults.Pairs(Noted("digits"), "digits").ToFrozenDictionary(p => p.Key.Value, p => (char)('0' + faults.Number(p.Value, 0, 9)), StringComparer.Ordinal),
            faults.Text(Noted("reply-list")), faults.Words(Noted("bad-news")), faults.Words(Noted("only-clocks-when")),
            faults.Pairs(Noted("keep"), "keep").ToFrozenDictionary(
                p => p.Key.Value, p => new Kept(faults.Word(p.Key), faults.Words(p.Value)) { Spot = p.Key.Spot }, StringComparer.Ordinal),
            ReadCase(Noted("case"), faults), MoveReader.Whole(Noted("fallback"), faults), faults.Rows(Noted("handover"), "a part of the hand-over", f => Part(f, faults)),
            AsideReader.Asides(Noted("asides"), faults).ToFrozenDictionary(StringComparer.Ordinal),
            PieceReader.Pieces(fields.Get("pieces"), faults),
            faults.Pairs(fields.Get("speak"), "speak").ToFrozenDictionary(p => p.Key.Value, p => faults.Word(p.Value), StringComparer.Ordinal),
            spots.ToFrozenDictionary(StringComparer.Ordinal));
        fields.NothingElse();
        return everywhere;
    }

    private static (CallLine Line, ImmutableArray<StepKind> Kinds) ReadCall(Node? node, FaultList faults)
    {
        if (Fields.Of(node, "the call line", faults) is not { } fields)
        {
            return (new CallLine("", "", new Choice("", "", null), 0, []), []);
        }

        var ask = Fields.Of(fields.Need("ask"), "ask", faults);
        var choice = ask is null
            ? new Choice("", "", null)
            : new Choice(faults.Word(ask.Need("answer")), faults.Text(ask.Need("web")), faults.TextOrNull(ask.Get("sms"))) { Spot = ask.Spot };
        ask?.NothingElse();
        var line = new CallLine(
            faults.Text(fields.Need("full")), faults.Text(fields.Need("reminder")), choice,
            faults.Number(fields.Need("times"), 0, 9), faults.Words(fields.Need("until")))
        { HoldsSilence = faults.Duration(fields.Get("holds-silence")), Spot = fields.Spot };
        var kinds = faults.List(fields.Need("kinds"), item => StepReader.Kind(item, faults));
        fields.NothingElse();
        return (line, kinds);
    }

    private static CaseRule ReadCase(Node? node, FaultList faults)
    {
        if (Fields.Of(node, "case", faults) is not { } fields)
        {
            return new CaseRule(TimeSpan.Zero, new Wording([], [], null), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }

        var ending = Fields.Of(fields.Need("ending"), "ending", faults);
        var rule = new CaseRule(
            faults.Duration(fields.Need("ends-after")), ending is null ? new Wording([], [], null) : WordingReader.OneMessage(ending),
            faults.Duration(fields.Need("new-after")), faults.Duration(fields.Need("same-dose-within")), faults.Duration(fields.Get("dose-taken-back-within")))
        { Spot = fields.Spot };
        ending?.NothingElse();
        fields.NothingElse();
        return rule;
    }

    private static HandoverPart Part(Fields fields, FaultList faults) => new(
        faults.Word(fields.Need("mark")), faults.WordOrNull(fields.Get("when")), faults.Text(fields.Need("one")),
        faults.TextOrNull(fields.Get("two")), faults.TextOrNull(fields.Get("more")))
    { Plain = faults.TextOrNull(fields.Get("plain")), Spot = fields.Spot };
}
