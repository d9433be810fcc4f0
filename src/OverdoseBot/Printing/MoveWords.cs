using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>Where a move leads, in words and with links.</summary>
internal sealed class MoveWords(BookInput book)
{
    /// <summary>What happens, for a table.</summary>
    public IEnumerable<object> Of(Move move)
    {
        if (move.Tell is { } aside)
        {
            yield return move.Offers ? "Offers " : "Says ";
            yield return Html.Tag("a", Html.Is("href", "#" + Anchor(aside)), aside);
            yield return ", then ";
        }

        foreach (var part in Next(move))
        {
            yield return part;
        }
    }

    /// <summary>A step's id in the book.</summary>
    public static string Anchor(Place place) => $"step-{place.Dialog}-{place.Step}";

    /// <summary>An aside's id in the book.</summary>
    public static string Anchor(string aside) => "aside-" + aside;

    /// <summary>A link to a step, with its number.</summary>
    public XElement Link(Place place)
    {
        var step = book.Library.Find(place);
        return step is null
            ? Html.Tag("span", place.ToString())
            : Html.Tag("a", Html.Is("href", "#" + Anchor(step.Place)), $"{book.Number(step)} {step.Place}");
    }

    private IEnumerable<object> Next(Move move) => move.Kind switch
    {
        MoveKind.Step => ["→ ", Link(move.To!)],
        MoveKind.Do => ["begins ", Link(move.To!), ", comes back to ", Link(move.Then!)],
        MoveKind.End => ["ends this dialog; the one below goes on"],
        MoveKind.Back => ["undoes the last answer"],
        MoveKind.Rest => ["waits here, not said again"],
        _ => ["the same step again"],
    };
}
