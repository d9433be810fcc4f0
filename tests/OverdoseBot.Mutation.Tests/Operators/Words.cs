using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>Texts lengthened, swapped, or about the wrong thing.</summary>
internal static class Words
{
    /// <summary>As much as a second text: plain words, so that only its length is wrong.</summary>
    public const string Second =
        " You do well and you are not on your own here. Go on as you did till now. Look to it that you have room. Keep your arms free. Tell me what you see when you can. I am here with you all of this time.";

    private static readonly string[] Texts = ["say", "sms", "brief", "how", "lead", "full", "reminder", "law", "text", "credit"];

    /// <summary>Who lies there gets the words for all others: it is wrong in every language.</summary>
    public static Operator Otherwise { get; } = new("words of an adult for a child", Others);

    public static IEnumerable<Operator> All { get; } =
    [
        new("lengthen a text", site => IsText(site) ? [new Change($"{Operator.Show(site)} is longer by {Second.Length}", site.Put(site.Text + Second))] : []),
        new("lengthen a label", site => site.Node is ScalarNode && site.Path is [_, _, "choices", ..] ? [new Change($"{Operator.Show(site)} is longer", site.Put(site.Text + Second))] : []),
        new("the dose clock asks about waking", site => IsText(site) && site.Path is ["steps", "re-check", var key, ..] && key != "how"
            ? [new Change($"{Operator.Show(site)} asks about waking", site.Put(site.Text + " Did they wake up?")), new Change($"{Operator.Show(site)} speaks of waking only", site.Put("Are they awake?"))] : []),
        new("a claim to have called", site => IsText(site) && site.Path[0] is "steps" or "asides" && site.Key is "say" or "0"
            ? [new Change($"{Operator.Show(site)} claims to have called", site.Put("I have called 911. " + site.Text))] : []),
        new("two questions in one message", site => IsText(site) && site.Path is ["steps", _, "say"] && site.Text!.EndsWith('?')
            ? [new Change($"{Operator.Show(site)} asks twice", site.Put(site.Text + " Is it so?"))] : []),
        Operator.Drops("drop the words for SMS", "steps.*.sms", "steps.*.brief"),
        Otherwise,
        Operator.Drops("words of an adult for a child", "pieces.*", "pieces.*.*"),
        Operator.Drops("drop a source", "steps.*.sources", "asides.*.sources", "*.sources"),
        Operator.Drops("drop an aside", "asides.*"),
        Operator.Drops("an aside offers another line, or too often, or too late", "asides.*.line", "asides.*.line-when", "asides.*.joined", "asides.*.every", "asides.*.asked-by", "asides.*.say-when", "asides.*.say-when.*"),
        Operator.Swaps("two asides say each other's words", "asides", reach: 1),
        Operator.Drops("drop a part of the guide", "call", "wake", "breathing", "breaths", "compressions", "spray", "needle", "re-check", "recovery-position", "awake", "handover"),
    ];

    private static bool IsText(Site site) => site.Node is ScalarNode
        && (Texts.Contains(site.Key) || (site.Path.Length > 1 && site.Path[^2] is "say" or "sms" && char.IsAsciiDigit(site.Key[0])))
        && !site.Path.Contains("choices") && site.Path[0] != "handover";

    private static IEnumerable<Change> Others(Site site) =>
        !site.Is("pieces.*") || site.At("else") is not { } other ? [] :
        from row in site.Items
        where row.Key != "else" && row.Text != other.Text
        select new Change($"{Operator.Show(row)} and else swapped", row.Swap(other));
}
