using System.Globalization;
using System.Xml.Linq;

namespace OverdoseBot.Printing;

/// <summary>What holds in every dialog: the call line, the digits, what is kept, the hand-over, how a case ends.</summary>
internal sealed class SharedChapter(BookInput book)
{
    public XElement CallLine()
    {
        var (call, library) = (book.Library.CallLine, book.Library);
        return Chapter(
            "call-line", "Call line",
            Facts(
                ("Full", book.Filled.Text(call.Full)), ("Short", book.Filled.Text(call.Reminder)),
                ("Asks", string.Create(CultureInfo.InvariantCulture, $"{call.Ask.Web} ({call.Ask.Answer}; SMS {call.Ask.Sms}), at most {call.Times} times")),
                ("Until", string.Join(", ", call.Until)), ("In front of", string.Join(", ", library.CallKinds.Select(StepSheet.Kind)))),
            book.Also.Select(b => Html.Tag(
                "div", Html.Class("also"), Html.Is("lang", b.Library.Language), Html.Tag("h4", b.Language), Facts(
                    ("Full", b.Filled.Text(b.Library.CallLine.Full)), ("Short", b.Filled.Text(b.Library.CallLine.Reminder)),
                    ("Asks", $"{b.Library.CallLine.Ask.Web} (SMS {b.Library.CallLine.Ask.Sms})"), ("List of answers", b.Library.ReplyList),
                    ("Case ends", b.Filled.Text(string.Join(' ', b.Library.Case.Ending.Say)))))),
            Html.Tag("h3", "Digits on SMS"),
            Html.Table("digits", ["Digit", "Answer", "Fact"], library.Digits.OrderBy(d => d.Value).Select(d => Html.Row(d.Value.ToString(), d.Key, library.Fact(d.Key)))),
            Html.Tag("h3", "Facts"),
            Facts(
                ("Bad news", string.Join(", ", library.BadNews)), ("Only clocks when", string.Join(", ", library.OnlyClocksWhen)),
                ("Lost conversations", library.Fallback.ToString()), ("List of answers", library.ReplyList)),
            Html.Table("kept", ["Kept for the case", "Ends"], library.Keep.Values.OrderBy(k => k.Spot?.Line).Select(k => Html.Row(k.Fact, string.Join(", ", k.Ends)))),
            Html.Tag("h3", "How a case ends"),
            Facts(
                ("After", Times.Text(library.Case.EndsAfter)), ("Says", book.Filled.Text(string.Join(' ', library.Case.Ending.Say))),
                ("New case after", Times.Text(library.Case.NewAfter)), ("Same dose within", Times.Text(library.Case.SameDoseWithin)), ("Dose taken back within", Times.Text(library.Case.DoseTakenBackWithin))));
    }

    public XElement Handover() => Chapter(
        "handover", "Hand-over to the crew",
        Parts(book), book.Also.Select(b => Html.Tag("div", Html.Class("also"), Html.Is("lang", b.Library.Language), Html.Tag("h4", b.Language), Parts(b))));

    private static XElement Parts(BookInput book) => Html.Table(
        "handover", ["Mark", "And", "One", "Two", "More"], book.Library.Handover.Select(p => Html.Row(p.Mark, p.When ?? "", p.One, p.Two ?? "", p.More ?? "")));

    private static XElement Chapter(string id, string title, params object[] content) => Html.Tag(
        "section", Html.Class("chapter"), Html.Is("id", id), Html.Tag("h2", title), content, SignBox.Small());

    private static XElement Facts(params (string What, string Text)[] facts) => Html.Tag("table", Html.Class("facts"), Html.Tag("tbody",
        facts.Select(f => Html.Row(Html.Tag("th", Html.Is("scope", "row"), f.What), f.Text))));
}
