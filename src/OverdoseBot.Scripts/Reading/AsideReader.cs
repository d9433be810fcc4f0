namespace OverdoseBot.Scripts.Reading;

/// <summary>Asides: words in front of a step's own.</summary>
internal static class AsideReader
{
    public static IEnumerable<KeyValuePair<string, Aside>> Asides(Node? node, FaultList faults) => faults.Named(node, "an aside", (pair, fields) => new Aside(
        faults.Word(pair.Key),
        WordingReader.OneMessage(fields),
        WordingReader.Variants(fields.Get("say-when"), faults, oneMessage: true),
        faults.WordOrNull(fields.Get("line")),
        faults.WordOrNull(fields.Get("line-when")),
        fields.Get("every") is { } every ? faults.Duration(every) : TimeSpan.Zero,
        faults.Flag(fields.Get("joined")),
        faults.Texts(fields.Get("sources")),
        pair.Key.Spot)
    { Ahead = faults.Flag(fields.Get("ahead")), AskedBy = faults.WordOrNull(fields.Get("asked-by")), AnsweredAt = MoveReader.WholeOrNull(fields.Get("answered-at"), faults) });
}
