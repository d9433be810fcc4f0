namespace OverdoseBot.Understanding.Tests;

/// <summary>One labelled message of a <c>.tsv</c> file; <c>*</c> in a column means that anything goes.</summary>
/// <param name="At">The step it was written at.</param>
/// <param name="Text">What was written.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Facts">The facts, with spaces between; <c>-</c> for none.</param>
/// <param name="Intent">The intent.</param>
/// <param name="Distress">How the writer is.</param>
/// <param name="Language">The language it is written in.</param>
internal sealed record Labelled(string At, string Text, string Answer, string Facts, string Intent, string Distress = "*", string Language = "*")
{
    private Asked _asked = new("", "", [], null, null);

    public static IReadOnlyList<Labelled> Load(string name) =>
        [.. File.ReadLines(Home.Messages(name))
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(cells => new Labelled(cells[0], cells[1], cells[2], cells[3], cells[4]) { _asked = name == "replays.tsv" ? Dialogs.At(cells[0]) : Steps.At(cells[0]) })];

    /// <summary>A set with all seven columns, read as <c>explain</c> reads: by the words that each step asks for.</summary>
    public static IReadOnlyList<Labelled> LoadWhole(string file) =>
        [.. File.ReadLines(file)
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(cells => new Labelled(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]) { _asked = Dialogs.Question(cells[0]) })];

    public Reading Read(Reader reader) => reader.Read(Text, _asked);

    public Reading Read(Readers readers, string language) => readers.Read(Text, _asked, language);

    public bool IsRight(Reading reading) =>
        (Answer == "*" || Answer == (reading.Answer ?? "unclear") || (Answer == "unclear" && LeadsOnOnly(reading)))
        && (Facts == "*" || Words(Facts).SetEquals(reading.Facts))
        && (Intent == "*" || Intent == reading.Intent)
        && (Distress == "*" || Distress == reading.Distress)
        && (Language == "*" || Language == reading.Language);

    // "Hes breathing" at the step that asks whether they woke: a fact that the label names, and that the question does not ask for.
    private bool LeadsOnOnly(Reading reading) => reading.Answer is { } told && Words(Facts).Contains(told) && Dialogs.Question(At).Asks is { } asks && !asks.Contains(told);

    private static HashSet<string> Words(string cell) => cell == "-" ? [] : [.. cell.Split(' ')];
}
