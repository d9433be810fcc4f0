using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts;

/// <summary>What may stand between braces in wording, but for pieces and the hand-over sentence.</summary>
public static partial class Holes
{
    private static readonly bool[] Both = [false, true];

    /// <summary>A text as it stands on paper or on the page: nothing is known but where the person is. What only a chat can fill stays.</summary>
    public static string Fill(string text, Library library, Region region) => Hole().Replace(
        Pieces.Fill(text, library, fact => Facts.AboutPlace(fact, library, region) ?? false),
        hole => Words(library, region, null, false, hole.Groups[1].Value) ?? hole.Value);

    /// <summary>The words for a hole; null: nothing fills it.</summary>
    /// <param name="library">The scripts.</param>
    /// <param name="region">Where the person is.</param>
    /// <param name="product">The product they have; null: unknown.</param>
    /// <param name="sms">True: the SMS form.</param>
    /// <param name="name">What stands between the braces.</param>
    public static string? Words(Library library, Region region, Product? product, bool sms, string name)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(name);
        return name switch
        {
            "emergency" => region.Emergency,
            "emergency.first" => sms ? region.FirstSms : region.First,
            "law" => region.Law,
            "text" => region.Text,
            "credit" => region.Credit,
            "region" => region.Name,
            "product" => product?.Name,
            "product.dose" => product?.Dose,
            "product.next" => product?.Next,
            "product.site" => product?.Site,
            "product.note" => product?.Note,
            _ => Line(library, region, name.Split('.')),
        };
    }

    // How to reach it; its name, who answers, what it costs, when, and where the call goes.
    private static string? Line(Library library, Region region, string[] name) => name switch
    {
        ["line", var purpose] => library.LineIn(region, purpose)?.Reach,
        ["line", var purpose, "name"] => library.LineIn(region, purpose)?.Name,
        ["line", var purpose, "who"] => library.LineIn(region, purpose)?.Who,
        ["line", var purpose, "cost"] => library.LineIn(region, purpose)?.Cost,
        ["line", var purpose, "hours"] => library.LineIn(region, purpose)?.Hours,
        ["line", var purpose, "goes"] => library.LineIn(region, purpose)?.Goes,
        _ => null,
    };

    /// <summary>All words that the hole can be.</summary>
    internal static IEnumerable<string> All(Library library, string name) => All(library, library.Regions.Values, Both, name);

    /// <summary>All SMS words that the hole can be in some regions.</summary>
    internal static IEnumerable<string> AllSms(Library library, IEnumerable<Region> regions, string name) => All(library, regions, [true], name);

    private static IEnumerable<string> All(Library library, IEnumerable<Region> regions, bool[] forms, string name) =>
        name == KitDates.Hole ? KitDates.All(library) :
        QuizHoles.Are(name) ? ["8"] :
        from region in regions
        from product in library.Products.Values.Cast<Product?>().Prepend(null)
        from sms in forms
        let words = Words(library, region, product, sms, name)
        where words is not null
        select words;

    /// <summary>A hole in a text; the first group is its name.</summary>
    [GeneratedRegex(@"\{([a-z0-9.-]+)\}")]
    public static partial Regex Hole();
}
