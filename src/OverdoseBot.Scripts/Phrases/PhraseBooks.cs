namespace OverdoseBot.Scripts;

/// <summary>The phrase books of a folder of dialogs: one file a language in <c>phrases/</c> and <c>feelings/</c>, English first.</summary>
public static class PhraseBooks
{
    private const string Folder = "phrases";
    private const string Feelings = "feelings";
    private const string English = "en.yaml";

    /// <summary>Reads them all.</summary>
    /// <param name="dialogs">The folder of the dialogs.</param>
    /// <exception cref="PhraseBookException">A book has faults.</exception>
    /// <exception cref="IOException">A book, or the English one, cannot be read.</exception>
    public static IReadOnlyList<PhraseBook> In(string dialogs)
    {
        var folder = Path.Combine(dialogs, Folder);
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        var others = found.Select(Path.GetFileName).OfType<string>().Where(f => f != English).Order(StringComparer.Ordinal);
        return [.. others.Prepend(English).Select(file => Read(dialogs, file))];
    }

    private static PhraseBook Read(string dialogs, string file)
    {
        var (faults, phrases, feelings) = (new List<PhraseFault>(), (PhraseBook?)null, (FeelingBook?)null);
        try
        {
            phrases = PhraseBookReader.Read(File.ReadAllText(Path.Combine(dialogs, Folder, file)), $"{Folder}/{file}");
        }
        catch (PhraseBookException wrong)
        {
            faults.AddRange(wrong.Faults);
        }

        try
        {
            feelings = FeelingBookReader.Read(File.ReadAllText(Path.Combine(dialogs, Feelings, file)), $"{Feelings}/{file}");
        }
        catch (PhraseBookException wrong)
        {
            faults.AddRange(wrong.Faults);
        }

        if (phrases is not null && feelings is not null && phrases.Language != feelings.Language)
        {
            faults.Add(new PhraseFault($"{Feelings}/{file}", 1, 1, $"its language is '{feelings.Language}', and that of {Folder}/{file} is '{phrases.Language}'. Write the same in both."));
        }

        return faults.Count == 0 ? phrases! with { Feelings = feelings! } : throw new PhraseBookException(faults);
    }
}
