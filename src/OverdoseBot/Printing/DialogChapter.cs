using System.Xml.Linq;
using OverdoseBot.Printing.Flow;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>A dialog: its picture, what it hears at any step, its clocks, and every step.</summary>
internal sealed class DialogChapter(BookInput book, MoveWords moves, StepHazards hazards)
{
    public XElement Of(Script script, int number)
    {
        var sheet = new StepSheet(book, moves, hazards);
        return Html.Tag(
            "section", Html.Class("chapter"), Html.Is("id", "dialog-" + script.Dialog),
            Html.Tag("h2", $"{number} {script.Dialog}"),
            book.Also.Select(b => b.Library.Scripts[script.Dialog]).Prepend(script).Select(s => Html.Tag("p", Html.Class("review"), Review(s))),
            FlowPicture.Of(FlowGraph.Of(book.Library, script)),
            Heard("Heard first, at every step", script.First), Heard("Heard after a step's own answers", script.Always), Clocks(script),
            script.Steps.Select(sheet.Of));
    }

    private static string Review(Script script) => script.Review is { Status: "signed" } signed
        ? FormattableString.Invariant($"{script.Spot.File}: signed by {signed.By} on {signed.On:yyyy-MM-dd}, next review {signed.Next:yyyy-MM-dd}")
        : $"{script.Spot.File}: {script.ReviewStatus}";

    private IEnumerable<XElement> Heard(string title, IReadOnlyList<Answer> answers) => answers.Count == 0 ? [] :
    [
        Html.Tag("h3", title),
        Html.Table("heard", ["Fact", "Leads to"], Rows(answers)),
    ];

    // What only is remembered is one row.
    private IEnumerable<XElement> Rows(IReadOnlyList<Answer> answers) => answers
        .GroupBy(a => a.Move is { Kind: MoveKind.Stay, Tell: null } ? "" : a.Word)
        .OrderBy(g => g.Key.Length == 0)
        .Select(g => Html.Row(Html.Tag("td", Html.Tag("b", string.Join(", ", g.Select(a => a.Word)))), Html.Tag("td", moves.Of(g.First().Move))));

    private IEnumerable<XElement> Clocks(Script script) => script.Alarms.IsEmpty ? [] :
    [
        Html.Tag("h3", "Clocks"),
        Html.Table("clocks", ["Clock", "Counts from", "Goes to", "Ends at"], script.Alarms.Select(a => Html.Row(
            $"{a.Name}, {Times.Text(a.At)}", $"{string.Join(" or ", a.Since)}; {Times.Text(a.Apart)} from the last look at least",
            Html.Tag("td", moves.Link(a.Step)), Html.Tag("td", a.Until.Select(u => Html.Tag("p", moves.Link(u))))))),
    ];
}
