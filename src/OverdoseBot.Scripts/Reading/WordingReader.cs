using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Words, choices and variants.</summary>
internal static class WordingReader
{
    /// <summary>The keys <c>say</c>, <c>sms</c>, <c>brief</c> and <c>plain</c> of a mapping.</summary>
    public static Wording Wording(Fields fields)
    {
        var (say, sms, brief, plain) = (fields.Need("say"), fields.Get("sms"), fields.Get("brief"), fields.Get("plain"));
        foreach (var empty in new[] { say, sms, plain }.OfType<ListNode>().Where(n => n.Items.Count == 0))
        {
            fields.Faults.Add(ReadingRules.Value, empty.Spot, "This list of messages is empty.", "Write a text, or take the key out.");
        }

        return new Wording(fields.Faults.Texts(say), fields.Faults.Texts(sms), fields.Faults.TextOrNull(brief))
        {
            Spot = say?.Spot ?? fields.Spot,
            SmsSpot = sms?.Spot,
            BriefSpot = brief?.Spot,
            Plain = fields.Faults.Texts(plain),
            PlainSpot = plain?.Spot,
        };
    }

    /// <summary>A wording that is one message (asides, endings).</summary>
    public static Wording OneMessage(Fields fields)
    {
        var wording = Wording(fields);
        if (wording.Say.Length > 1 || wording.Sms.Length > 1)
        {
            fields.Faults.Add(ReadingRules.Value, wording.Spot!, "This must be one message.", "Write one text, not a list.");
        }

        return wording;
    }

    public static ImmutableArray<Variant> Variants(Node? node, FaultList faults, bool oneMessage)
    {
        var variants = faults.List(node, item => Variant(item, faults, oneMessage));
        foreach (var again in variants.Where(v => v.When.Length > 0).GroupBy(v => v.When, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            faults.Add(ReadingRules.Duplicate, again.Spot!, $"There are two variants for \"{again.When}\"; the second is never said.", "Make them one, or name another fact.");
        }

        return variants;
    }

    private static Variant Variant(Node item, FaultList faults, bool oneMessage)
    {
        if (Fields.Of(item, "a variant", faults) is not { } fields)
        {
            return new Variant("", new Wording([], [], null), null, [], []);
        }

        var choices = fields.Get("choices");
        var variant = new Variant(
            faults.Word(fields.Need("when")), oneMessage ? OneMessage(fields) : Wording(fields), choices is null ? null : Choices(choices, faults),
            faults.Words(fields.Get("mark")), faults.Words(fields.Get("clear")))
        {
            Yes = faults.WordOrNull(fields.Get("yes")),
            No = faults.WordOrNull(fields.Get("no")),
            Spot = fields.Spot,
        };
        fields.NothingElse();
        if (variant.Choices is null && (variant.Yes ?? variant.No) is not null)
        {
            faults.Add(ReadingRules.Value, fields.Spot, "A wording without choices asks what the step asks: yes and no are the step's.", "Give it choices of its own, or take yes and no out.");
        }

        return variant;
    }

    /// <summary><c>answer: Label</c> serves both forms; <c>answer: { web, sms }</c> names each, and without <c>sms</c> it is not listed there.</summary>
    public static ImmutableArray<Choice> Choices(Node? node, FaultList faults) => [.. faults.Pairs(node, "choices").Select(pair => Choice(pair, faults))];

    private static Choice Choice(Pair pair, FaultList faults)
    {
        var answer = faults.Word(pair.Key);
        if (pair.Value is not MapNode)
        {
            var label = faults.Text(pair.Value);
            return new Choice(answer, label, Lower(label)) { Spot = pair.Key.Spot };
        }

        var fields = Fields.Of(pair.Value, "a choice", faults)!;
        var choice = new Choice(answer, faults.Text(fields.Need("web")), faults.TextOrNull(fields.Get("sms"))) { Spot = pair.Key.Spot };
        fields.NothingElse();
        return choice;
    }

    /// <summary>A label stands inside a list on SMS, so it begins small; "I" stays itself.</summary>
    private static string Lower(string label) =>
        label.Length == 0 || label.StartsWith("I ", StringComparison.Ordinal) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
