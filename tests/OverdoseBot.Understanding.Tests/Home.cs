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

    /// <summary>The grammar alone.</summary>
    public static Readers Readers { get; } = new([EnglishBook, SpanishBook]);

    /// <summary>The grammar, and beside it the second reader.</summary>
    public static Readers Both { get; } = Readers.In(Of("dialogs"));

    /// <summary>A set of labelled messages: among the examples, or one that only tests read.</summary>
    public static string Messages(string name) =>
        Of("dialogs", "examples", name) is var example && File.Exists(example) ? example : Of("tests", "OverdoseBot.Understanding.Tests", "Messages", name);

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
