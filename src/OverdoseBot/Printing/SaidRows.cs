using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>What is said, as the web shows it, with its reading grade: for a grown person, then where it differs by who lies there.</summary>
internal static class SaidRows
{
    public static IEnumerable<XElement> Of(BookInput book, string what, Wording wording) =>
        book.Filled.FactsIn(wording).Select(f => Row(book, $"{what}, {f}", book.Filled.When(f).Words(wording)))
            .Prepend(Row(book, what, book.Filled.Words(wording)));

    private static XElement Row(BookInput book, string what, Wording filled) => Html.Row(
        Html.Tag("th", Html.Is("scope", "row"), what, Grades.Of(book.Library, filled)), Html.Tag("td", filled.Say.Select(s => Html.Tag("p", s))));
}
