namespace OverdoseBot.Scripts;

/// <summary>Facts that nobody says but that follow from what is known: where the person is, which product they have.</summary>
public static class Facts
{
    /// <summary>In front of a region's id: the person is there.</summary>
    public const string Region = "region-";

    /// <summary>In front of a line's purpose: the region has no such line.</summary>
    public const string NoLine = "no-line-";

    /// <summary>The product is known.</summary>
    public const string Product = "product";

    /// <summary>No reminder can be sent here: it would come from the number that helps, and who stops it would get no help.</summary>
    public const string NoReminders = "no-reminders";

    /// <summary>They answered the short questions before the facts and after them.</summary>
    public const string Compared = "quiz-compared";

    /// <summary>Messages have a page beside them (the web form): what a page can do is not asked in the chat.</summary>
    public const string OnPage = "on-page";

    /// <summary>The answer of a step that takes any words. It is known at a step when the plan under way has them.</summary>
    public const string Written = "written";

    /// <summary>They ask that what is kept of them is deleted.</summary>
    public const string Forget = "forget";

    /// <summary>Nothing is known of anybody yet and nothing is told now: there is no case that a clock or a mark could serve.</summary>
    public const string NoCase = "no-case";

    /// <summary>Whether a fact about the place holds; null: the fact is not about the place.</summary>
    public static bool? AboutPlace(string fact, Library library, Region region)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(region);
        return fact.StartsWith(Region, StringComparison.Ordinal) ? fact.AsSpan(Region.Length).SequenceEqual(region.Id)
            : fact.StartsWith(NoLine, StringComparison.Ordinal) ? library.LineIn(region, fact[NoLine.Length..]) is null
            : null;
    }

    internal static IEnumerable<string> OfPlace(Library library) =>
        library.Regions.Keys.Select(r => Region + r).Concat(library.Lines.Select(l => NoLine + l.For));

    internal static IEnumerable<string> OfProducts(Library library) =>
        library.Products.Values.SelectMany(p => p.Facts).Append(Product).Distinct();
}
