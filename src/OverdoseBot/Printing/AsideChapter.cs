using System.Xml.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>What is said in front of a step's own words.</summary>
internal sealed class AsideChapter(BookInput book, MoveWords moves)
{
    public XElement All() => Html.Tag(
        "section", Html.Class("chapter"), Html.Is("id", "asides"), Html.Tag("h2", "Asides"),
        book.Library.Asides.Values.OrderBy(a => a.Spot.Line).Select(Of));

    private XElement Of(Aside aside) => Html.Tag(
        "section", Html.Class("step"), Html.Is("id", MoveWords.Anchor(aside.Name)), Html.Tag("h3", aside.Name, Html.Tag("small", aside.Spot.ToString())),
        Words(book, aside), book.Also.Select(b => Html.Tag(
            "div", Html.Class("also"), Html.Is("lang", b.Library.Language), Html.Tag("h4", b.Language), Words(b, b.Library.Asides[aside.Name]), SignBox.Small())),
        Html.Tag("table", Html.Class("facts"), Html.Tag("tbody", Facts(aside))), SignBox.Small());

    private static IEnumerable<XElement> Words(BookInput book, Aside aside)
    {
        var sms = new SmsTable(book);
        sms.Aside("Alone", aside.Wording);
        foreach (var variant in aside.SayWhen)
        {
            sms.Aside($"When {variant.When}", variant.Wording);
        }

        return
        [
            Html.Tag("table", Html.Class("says"), Html.Tag(
                "tbody", SaidRows.Of(book, "Says", aside.Wording), aside.SayWhen.SelectMany(v => SaidRows.Of(book, $"When {v.When}", v.Wording)))),
            sms.Done(),
        ];
    }

    private IEnumerable<XElement> Facts(Aside aside)
    {
        var told = book.Library.AllMoves().Where(m => m.Move.Tell == aside.Name).ToList();
        (string What, object? Text)[] facts =
        [
            ("Said when", told.Count == 0 ? (object)"a person is asked into the chat" : Html.Tag("td", told.Select(m => Html.Tag("p", Html.Tag("b", m.Word ?? "silence"), " at ", m.Step is { } step ? moves.Link(step.Place) : $"every step of {m.Script.Dialog}")))),
            ("Line", aside.Line is { } line ? $"{line}{(aside.LineWhen is { } when ? $", can be tapped once {when} is set" : "")}" : null),
            ("Not again for", aside.Every > TimeSpan.Zero ? Times.Text(aside.Every) + (aside.AskedBy is { } asked ? $", but at once on {asked}" : "") : null),
            ("On SMS", aside.Joined ? "stands in the step's own text" : null),
            ("Answered", aside.AnsweredAt is { } at ? $"said alone, as {at} is" : null),
            ("Sources", Html.Tag("td", SourceList.Of(book.Library, aside.Sources))),
        ];
        return facts.Where(f => f.Text is not null).Select(f => Html.Row(Html.Tag("th", Html.Is("scope", "row"), f.What), f.Text));
    }
}
