using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>What a review book is made from.</summary>
/// <param name="Library">The scripts, in one language.</param>
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

    /// <summary>Words with the region's own filled in.</summary>
    public Filled Filled { get; } = new(Library, Region);

    /// <summary>A step's number in the book: chapter and place on the page, from 1.</summary>
    public string Number(Step step) => $"{Dialogs.TakeWhile(d => d.Dialog != step.Place.Dialog).Count() + 1}.{step.Index + 1}";
}
