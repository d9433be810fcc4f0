using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Finds the repository, and the books that ship.</summary>
internal static class Home
{
    private static readonly IReadOnlyList<PhraseBook> s_books = PhraseBooks.In(Of("dialogs"));

    public static PhraseBook EnglishBook => s_books[0];

    public static PhraseBook SpanishBook => s_books[1];

    public static Reader Reader { get; } = new(EnglishBook);

    public static Reader Spanish { get; } = new(SpanishBook);

    public static Readers Readers { get; } = new([EnglishBook, SpanishBook]);

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
