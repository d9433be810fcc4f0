using System.Globalization;
using System.Xml.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>One step, whole: what is said, what is understood, what silence means, on what it rests.</summary>
internal sealed class StepSheet(BookInput book, MoveWords moves, StepHazards hazards)
{
    public XElement Of(Step step) => Html.Tag(
        "section", Html.Class("step"), Html.Is("id", MoveWords.Anchor(step.Place)),
        Html.Tag("h3", $"{book.Number(step)} {step.Place}", Html.Tag("small", Html.Class("kind " + Kind(step.Kind)), Kind(step.Kind)), Html.Tag("small", step.Spot.ToString())),
        Says(step), Answers(step), Sms(step), book.Also.Select(b => new StepSheet(b, moves, hazards).Words(step.Place)), Facts(step), SignBox.Small());

    // The words of a further language, with a box of its own: whoever signs them reads that language.
    private XElement? Words(Place place) => book.Library.Find(place) is not { } step ? null : Html.Tag(
        "div", Html.Class("also"), Html.Is("lang", book.Library.Language), Html.Tag("h4", book.Language), Says(step),
        step.AllChoices().Any() ? Html.Table("answers", ["Answer", "Buttons", "SMS"], step.AllChoices().Select(c => c.Answer).Distinct().Select(w => Html.Row(Html.Tag("b", w), Buttons(step, w), Digit(step, w)))) : null,
        Sms(step), SignBox.Small());

    public static string Kind(StepKind kind) => kind.ToString().ToLowerInvariant();

    private XElement Says(Step step)
    {
        IEnumerable<(string What, Wording Wording)> wordings = step.How is { } how ? Wordings(step).Append(("How", new Wording([how], [], null))) : Wordings(step);
        return Html.Tag("table", Html.Class("says"), Html.Tag("tbody", wordings.SelectMany(w => SaidRows.Of(book, w.What, w.Wording))));
    }

    private static IEnumerable<(string What, Wording Wording)> Wordings(Step step)
    {
        yield return ("Says", step.Wording);
        foreach (var variant in step.SayWhen)
        {
            yield return ($"When {variant.When}", variant.Wording);
        }

        if (step.Silence is { } silence)
        {
            yield return ("After silence", silence.Again with { Say = [.. silence.Again.Say.Select((s, i) => i == 0 ? $"{silence.Lead} {s}" : s)] });
        }

        if (step.Prompts?.Wording is { } prompt)
        {
            yield return ("By the clock", prompt);
        }
    }

    private XElement Answers(Step step)
    {
        var rows = step.First.Select(a => Row(step, a, "first"))
            .Concat(step.While.SelectMany(w => w.Answers.Select(a => Row(step, a, $"while {w.Fact}"))))
            .Concat(step.Answers.Select(a => Row(step, a, "")))
            .Concat(step.AllChoices().Select(c => c.Answer).Distinct().Except(step.First.Concat(step.Answers).Select(a => a.Word))
                .Select(w => Html.Row(Word(step, w, ""), Buttons(step, w), Digit(step, w), "as everywhere in this dialog")));
        var list = rows.ToList();
        if (step.Silence is { } silence)
        {
            list.Add(Html.Row(
                Html.Tag("b", "silence"), $"web: {Times.Text(silence.Web)}, asked once more, {Times.Text(silence.Web)}",
                $"SMS: {Times.Text(silence.Sms)}, twice", Html.Tag("td", moves.Of(silence.Then))));
        }

        return Html.Table("answers", ["Answer", "Buttons", "SMS", "Leads to"], list);
    }

    private XElement Row(Step step, Answer answer, string note) =>
        Html.Row(Word(step, answer.Word, note), Buttons(step, answer.Word), Digit(step, answer.Word), Html.Tag("td", moves.Of(answer.Move)));

    private static XElement Word(Step step, string word, string note)
    {
        var known = !step.Known.Contains(word) ? null : step.KnownOnce.IsEmpty ? "skips when known" : $"skips when known, once {string.Join(" or ", step.KnownOnce)} is";
        string?[] notes = [note, step.Yes == word ? "yes" : step.WebYes == word ? "yes on a page" : null, step.No == word ? "no" : null, known];
        return Html.Tag("td", Html.Tag("b", word), string.Concat(notes.Where(n => !string.IsNullOrEmpty(n)).Select(n => $" ({n})")));
    }

    private static XElement Buttons(Step step, string word) =>
        Html.Tag("td", string.Join(" / ", step.AllChoices().Where(c => c.Answer == word).Select(c => c.Web).Distinct()));

    private XElement Digit(Step step, string word)
    {
        var labels = step.AllChoices().Where(c => c.Answer == word && c.Sms is not null).Select(c => c.Sms!).Distinct();
        return Html.Tag("td", book.Library.Digits.TryGetValue(word, out var digit) ? Html.Tag("b", $"{digit} ") : null, string.Join(" / ", labels));
    }

    private XElement Sms(Step step)
    {
        var leads = book.Library.AllSteps().Where(s => book.Library.SameStep(s.Silence?.Then.Lands(), step.Place)).Select(s => s.Silence!.Lead).Distinct().ToList();
        var table = new SmsTable(book);
        table.Arrival(step, "On arrival", step.Wording, step.Choices, leads);
        foreach (var variant in step.SayWhen)
        {
            table.Arrival(step, $"When {variant.When}", variant.Wording, variant.Choices ?? step.Choices, leads);
        }

        if (step.How is { } how)
        {
            table.Later(step, "How", null, new Wording([how], [], null));
        }

        if (step.Silence is { } silence)
        {
            table.Later(step, "After silence", silence.Lead, silence.Again);
        }

        if (step.Prompts?.Wording is { } prompt)
        {
            table.Later(step, "By the clock", null, prompt);
        }

        return table.Done();
    }

    private XElement Facts(Step step)
    {
        var variants = step.SayWhen.Where(v => !v.Mark.IsEmpty || !v.Clear.IsEmpty)
            .Select(v => $"when {v.When}: {string.Join(", ", v.Mark)}{(v.Clear.IsEmpty ? "" : $"; clears {string.Join(", ", v.Clear)}")}");
        (string What, object? Text)[] facts =
        [
            ("Silence", step.Silence is null ? "changes nothing" : null),
            ("Clock", step.Prompts is { } p ? $"{(p.Wording is null ? "says the step again" : "speaks")} after {string.Join(", then ", p.After.Select(Times.Text))}{(p.AnsweredAt is { } at ? $"; answered as {at} is" : "")}{(p.WhileLed ? "; while the dispatcher leads too" : "")}" : null),
            ("Beat", step.Pace is { } pace ? string.Create(CultureInfo.InvariantCulture, $"{pace.Kind}, {pace.PerMinute} a minute") : null),
            ("Remembers", Text(step.Mark.Concat(variants))),
            ("Forgets", Text(step.Clear)),
            ("Old names", Text(step.Was)),
            ("Sources", SourceList.Of(book.Library, step.Sources)),
            ("Hazards", hazards.Of(step).Select(h => Html.Tag("p", Html.Tag("a", Html.Is("href", "#" + h.Id), h.Id), $" {h.Title}")).ToList() is { Count: > 0 } all ? all : null),
        ];
        return Html.Tag("table", Html.Class("facts"), Html.Tag("tbody", facts.Where(f => f.Text is not null)
            .Select(f => Html.Row(Html.Tag("th", Html.Is("scope", "row"), f.What), Html.Tag("td", f.Text)))));
    }

    private static string? Text(IEnumerable<string> all) => string.Join("; ", all) is { Length: > 0 } text ? text : null;
}
