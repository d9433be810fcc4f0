using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>What a review book is made from.</summary>
/// <param name="Library">The scripts, in the language that the book is ordered by.</param>
/// <param name="Region">Whose emergency number and lines stand in the texts.</param>
/// <param name="Date">The day on the title page.</param>
/// <param name="Fingerprint">Of the files that the library was read from.</param>
internal sealed record BookInput(Library Library, Region Region, DateOnly Date, string Fingerprint)
{
    /// <summary>The dialogs as one would read them: the response, what is begun inside it, then the others.</summary>
    public IReadOnlyList<Script> Dialogs { get; } =
    [
        .. Library.Scripts.Values.OrderBy(s => s.Dialog == Scripts.Rules.Graph.Root ? 0 : s.Within is not null ? 1 : 2).ThenBy(s => s.Spot.File, StringComparer.Ordinal),
    ];

    /// <summary>The same in the further languages of the book: the words are theirs, the order and the moves are the first one's.</summary>
    public IReadOnlyList<BookInput> Also { get; init; } = [];

    /// <summary>The language as it calls itself.</summary>
    public string Language => $"{Library.Words["page.own-name"]} ({Library.Language})";

    /// <summary>A book in all languages of a library, or in one.</summary>
    /// <param name="main">The library.</param>
    /// <param name="language">The only language; null: all.</param>
    /// <param name="region">Whose emergency number and lines stand in the texts.</param>
    /// <param name="date">The day on the title page.</param>
    /// <param name="fingerprint">Of the files that the library was read from.</param>
    public static BookInput Of(Library main, string? language, string region, DateOnly date, string fingerprint)
    {
        BookInput[] all = [.. main.InAllLanguages().Where(l => language is null || l.Language == language).Select(l => new BookInput(l, l.Regions[region], date, fingerprint))];
        return all[0] with { Also = all[1..] };
    }

    /// <summary>Words with the region's own filled in.</summary>
    public Filled Filled { get; } = new(Library, Region);

    /// <summary>A step's number in the book: chapter and place on the page, from 1.</summary>
    public string Number(Step step) => $"{Dialogs.TakeWhile(d => d.Dialog != step.Place.Dialog).Count() + 1}.{step.Index + 1}";
}
