using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Finds the repository, and the book that ships.</summary>
internal static class Home
{
    public static PhraseBook Book { get; } = PhraseBookReader.Read(File.ReadAllText(Of("dialogs", "phrases", "en.yaml")), "dialogs/phrases/en.yaml");

    public static Reader Reader { get; } = new(Book);

    public static string Of(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OverdoseBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}
