using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing.Tests;

/// <summary>Whoever signs the book has read all of it: nothing that can be said is missing.</summary>
public sealed partial class BookTests
{
    private static readonly Library _library = Shipped.Library;

    [Fact]
    public void Every_step_is_there_with_all_its_words_and_a_line_to_sign()
    {
        foreach (var step in Shipped.Steps)
        {
            var sheet = Shipped.Page.ById(MoveWords.Anchor(step.Place));
            var text = sheet.Read();
            foreach (var said in step.Words().SelectMany(w => w.Say).Append(step.How ?? ""))
            {
                text.ShouldContain(Shipped.Input.Filled.Text(said));
            }

            var words = sheet.OfClass("answers").First().Descendants("b").Select(b => b.Value.Trim()).ToList();
            step.First.Concat(step.Answers).Select(a => a.Word).Concat(step.Buttons().Select(c => c.Answer)).Except(words).ShouldBeEmpty();
            step.Buttons().Select(c => c.Web).Where(label => !text.Contains(label, StringComparison.Ordinal)).ShouldBeEmpty();
            step.Sources.Select(s => _library.Sources[s].Title).Where(title => !text.Contains(title, StringComparison.Ordinal)).ShouldBeEmpty();
            sheet.OfClass("sign").Count().ShouldBe(1 + Shipped.Input.Also.Count);
        }
    }

    [Fact]
    public void Every_step_has_its_words_in_every_language_with_that_language_s_grade()
    {
        Shipped.Input.Also.Select(b => b.Library.Language).ShouldBe(["es"]);
        foreach (var book in Shipped.Input.Also)
        {
            foreach (var step in book.Library.Scripts.Values.SelectMany(s => s.Steps))
            {
                var words = Shipped.Page.ById(MoveWords.Anchor(step.Place)).OfClass("also").Single(d => d.Attribute("lang")!.Value == book.Library.Language);
                var text = words.Read();
                step.Words().SelectMany(w => w.Say).Append(step.How ?? "").Select(book.Filled.Text).Where(said => !text.Contains(said, StringComparison.Ordinal)).ShouldBeEmpty();
                step.Buttons().Select(c => c.Web).Where(label => !text.Contains(label, StringComparison.Ordinal)).ShouldBeEmpty();
                words.OfClass("sms").Single().Descendants("tr").Count().ShouldBeGreaterThan(1);
                words.OfClass("says").Single().Descendants("small").ShouldAllBe(s => s.Value.StartsWith("grade web", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_book_in_one_language_holds_no_other()
    {
        var spanish = BookInput.Of(_library, "es", "uk", Shipped.Input.Date, Shipped.Input.Fingerprint);
        var page = XDocument.Parse(Book.Write(spanish)).Root!;
        page.Attribute("lang")!.Value.ShouldBe("es");
        page.OfClass("also").ShouldBeEmpty();
        page.ById("step-respond-wake").Read().ShouldContain("Llama al 999");
        page.ById("step-respond-wake").Read().ShouldNotContain("Shout");
    }

    [Fact]
    public void Words_are_those_for_a_grown_person_and_those_for_a_baby_stand_beside_them()
    {
        var said = Shipped.Page.ById("step-respond-breaths").OfClass("says").First().Descendants("tr").ToDictionary(r => r.Elements("th").Single().Nodes().OfType<XText>().First().Value, r => r.Read());
        said["Says"].ShouldContain("Pinch the nose. Give 2 breaths");
        said["Says, infant"].ShouldContain("Cover mouth and nose with your mouth. Give 2 small puffs");
    }

    [Fact]
    public void Every_aside_source_hazard_region_and_line_is_there()
    {
        foreach (var aside in _library.Asides.Values)
        {
            var text = Shipped.Page.ById(MoveWords.Anchor(aside.Name)).Read();
            aside.SayWhen.Select(v => v.Wording).Prepend(aside.Wording).SelectMany(w => w.Say).Select(Shipped.Input.Filled.Text).Where(said => !text.Contains(said, StringComparison.Ordinal)).ShouldBeEmpty();
        }

        var sources = Shipped.Page.ById("sources").Read();
        _library.Sources.Values.Where(s => !sources.Contains($"{s.Key} {s.Title}", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var hazard in _library.Hazards.Values)
        {
            var text = Shipped.Page.ById(hazard.Id).Read();
            new[] { hazard.Title, hazard.Cause, hazard.Harm, hazard.Severity, hazard.Before, hazard.After, hazard.Residual }.Concat(hazard.Proof).Concat(hazard.Controls.Select(c => c.Text)).Where(part => !text.Contains(part, StringComparison.Ordinal)).ShouldBeEmpty();
        }

        var regions = Shipped.Page.ById("regions").Read();
        _library.Regions.Values.SelectMany(r => new[] { r.Name, r.Emergency, r.Law }).Where(part => !regions.Contains(part, StringComparison.Ordinal)).ShouldBeEmpty();
        var lines = Shipped.Page.ById("lines").Read();
        _library.Lines.SelectMany(l => new[] { l.Name, l.Call, l.Who, l.Goes, l.Status, l.Acknowledged ?? "" }).Where(part => !lines.Contains(part, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_hazard_concerns_a_step_or_all_of_them()
    {
        var hazards = new StepHazards(_library);
        var particular = Shipped.Steps.SelectMany(hazards.Of).Select(h => h.Id).ToHashSet();
        _library.Hazards.Keys.Except(particular).ShouldBe(hazards.OfAll().Select(h => h.Id), ignoreOrder: true);
        hazards.Of(_library.Find(new Place("respond", "compressions"))!).Select(h => h.Id).ShouldContain("H-11");
        hazards.Of(_library.Find(new Place("respond", "re-check"))!).Select(h => h.Id).ShouldContain("H-15");
        hazards.Of(_library.Find(new Place("after", "start"))!).Select(h => h.Id).ShouldNotContain("H-15");
    }

    [Fact]
    public void A_printed_length_is_the_length_of_the_text_beside_it()
    {
        var rows = Shipped.Page.OfClass("sms").SelectMany(t => t.Element("tbody")!.Elements("tr")).ToList();
        rows.Count.ShouldBeGreaterThan(Shipped.Steps.Count());
        foreach (var row in rows)
        {
            row.OfClass("length").Single().Value.ShouldBe($"{Gsm7.Septets(row.OfClass("text").Single().Value)} of 160");
        }
    }

    [Fact]
    public void Every_text_of_a_step_is_there_as_the_bot_composes_it()
    {
        var step = _library.Find(new Place("respond", "wake"))!;
        var asks = $"{_library.Digits[_library.CallLine.Ask.Answer]} {_library.CallLine.Ask.Sms}.";
        var text = Shipped.Page.ById("step-respond-wake").OfClass("text").Select(t => t.Value).ToList();
        text.ShouldContain(t => t.StartsWith(step.Wording.SmsOrSay[0], StringComparison.Ordinal));
        text.ShouldContain(t => t.StartsWith(Shipped.Input.Filled.Text(_library.CallLine.Full), StringComparison.Ordinal) && t.EndsWith(asks, StringComparison.Ordinal));
        text.ShouldContain(t => t.StartsWith($"{step.Silence!.Lead} {Shipped.Input.Filled.Text(_library.CallLine.Full)}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_title_says_what_it_is_and_that_nobody_has_signed_it()
    {
        var title = Shipped.Page.OfClass("title").Single().Read();
        title.ShouldContain("2026-03-31");
        title.ShouldContain(Shipped.Input.Fingerprint);
        title.ShouldContain("No clinician has signed this text yet");
        title.ShouldContain("Status draft");
    }

    [Fact]
    public void Every_link_leads_to_something_in_the_book()
    {
        var ids = Shipped.Page.Descendants().Select(e => e.Attribute("id")?.Value).Where(id => id is not null).ToList();
        ids.ShouldBeUnique();
        var links = Shipped.Page.Descendants("a").Select(a => a.Attribute("href")!.Value).ToList();
        links.Count.ShouldBeGreaterThan(100);
        links.Where(l => l[0] != '#' || !ids.Contains(l[1..])).ShouldBeEmpty();
    }

    [Fact]
    public void It_asks_nobody_for_anything_and_runs_nothing()
    {
        Shipped.Html.ShouldNotContain("<script");
        Shipped.Html.ShouldNotContain("<link");
        Shipped.Html.ShouldNotContain("@import");
        Shipped.Html.ShouldNotContain("url(");
        Shipped.Html.ShouldNotContain(" src=");
        Addresses().Matches(Shipped.Html).Select(m => m.Value).Distinct().ShouldBe(["http://www.w3.org/2000/svg"]);
        Shipped.Page.Descendants().SelectMany(e => e.Attributes()).Where(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_is_never_taken_for_a_tag()
    {
        const string Bad = "<script>x</script> & \"<b>\" \u0001";
        var region = Shipped.Region with { Name = Bad, Law = Bad };
        var html = Book.Write(Shipped.Input with { Region = region, Library = _library with { Regions = new Dictionary<string, Region> { ["us"] = region }.ToFrozenDictionary() } });
        html.ShouldNotContain("<script");
        XDocument.Parse(html).Root!.ById("regions").Read().ShouldContain("<script>x</script> & \"<b>\" \uFFFD");
    }

    [Fact]
    public void No_cell_closes_itself_and_the_style_sheet_is_plain()
    {
        SelfClosed().Matches(Shipped.Html).Select(m => m.Groups[1].Value).Distinct()
            .ShouldBeSubsetOf(["meta", "br", "hr", "img", "path", "circle", "rect"]);
        BookStyle.Css.IndexOfAny(['<', '>', '&']).ShouldBe(-1);
    }

    [Fact]
    public void The_fingerprint_changes_with_one_letter_and_with_nothing_else()
    {
        var copy = Directory.CreateTempSubdirectory("overdosebot-").FullName;
        try
        {
            var file = Path.Combine(copy, "sources.yaml");
            File.Copy(Path.Combine(Shipped.Dialogs, "sources.yaml"), file);
            var before = Fingerprint.Of(copy);
            Fingerprint.Of(copy).ShouldBe(before);
            File.AppendAllText(file, "#");
            Fingerprint.Of(copy).ShouldNotBe(before);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void Times_are_written_as_people_say_them()
    {
        Times.Text(TimeSpan.FromSeconds(90)).ShouldBe("90 s");
        Times.Text(TimeSpan.FromMinutes(2)).ShouldBe("2 min");
        Times.Text(TimeSpan.FromHours(6)).ShouldBe("6 h");
        Times.Text(TimeSpan.FromSeconds(150)).ShouldBe("150 s");
    }

    [GeneratedRegex("""\w+://[^"'\s<]+""")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"<(\w+)[^<>]*/>")]
    private static partial Regex SelfClosed();
}
