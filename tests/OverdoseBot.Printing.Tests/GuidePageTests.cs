using System.Xml.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Web;

namespace OverdoseBot.Printing.Tests;

/// <summary>The guide says what the dialogs say, in the order of the room, and nothing that only a chat can know.</summary>
public sealed class GuidePageTests
{
    private static readonly Library _library = Shipped.Library;

    [Fact]
    public void The_call_comes_first_and_then_each_part_in_its_order()
    {
        var page = Page(Shipped.Region);
        page.OfClass("call").Single().Attribute("href")!.Value.ShouldBe("tel:911");
        page.OfClass("call").Single().Value.ShouldBe("Call 911");
        page.Descendants("li").Select(l => l.Attribute("id")!.Value).ShouldBe(
            ["call", "wake", "breathing", "breaths", "compressions", "spray", "needle", "re-check", "recovery-position", "awake", "handover"]);
    }

    [Fact]
    public void It_says_what_the_dialogs_say_but_for_the_last_question()
    {
        var page = Page(Shipped.Region);
        var wake = _library.Find(new Place("respond", "wake"))!.Wording.Say[^1];
        wake.ShouldEndWith("?");
        page.ById("wake").Read().ShouldEndWith(wake[..(wake.LastIndexOf(". ", StringComparison.Ordinal) + 1)]);
        page.ById("compressions").Read().ShouldContain(Holes.Fill(_library.Find(new Place("respond", "compressions"))!.How!, _library, Shipped.Region));
        page.ById("spray").Elements("p").Count().ShouldBe(3);
        foreach (var part in page.Descendants("li"))
        {
            part.Elements("p").ShouldNotBeEmpty();
            part.Elements("p").Select(p => p.Value).Last().ShouldNotEndWith("?");
        }
    }

    [Theory]
    [InlineData("en", "Count breaths for 30 seconds. Fewer than 5? Give the next dose, then breaths. None? Push on the chest.")]
    [InlineData("es", "Cuenta las veces que respira en 30 segundos. ¿Menos de 5? Da otra dosis, luego boca a boca. ¿Ninguna? Empuja el pecho.")]
    public void Who_counts_the_breaths_reads_what_the_count_means(string language, string expected) =>
        string.Join(' ', Page("us", language).ById("recovery-position").Elements("p").Select(p => p.Value)).ShouldContain(expected);

    [Theory]
    [InlineData("en", "country")]
    [InlineData("es", "país")]
    public void Paper_does_not_ask_for_the_country(string language, string asked)
    {
        var unknown = Page("unknown", language);
        unknown.Descendants("ol").Single().Read().ShouldNotContain(asked);
        unknown.ById("awake").Read().ShouldNotContain("  ");
    }

    [Fact]
    public void Nothing_is_left_to_fill_in()
    {
        Page(Shipped.Region).ToString().ShouldNotContain("{");
        Page(Shipped.Region).ById("handover").Read().ShouldNotContain("handover");
    }

    [Fact]
    public void Another_region_has_its_own_number_everywhere()
    {
        var page = Page(Shipped.Region with { Name = "Elsewhere <&>", Emergency = "112", Dial = "112" });
        page.Read().ShouldNotContain("911");
        page.OfClass("call").Single().Attribute("href")!.Value.ShouldBe("tel:112");
        page.Element("body")!.Element("footer")!.Read().ShouldContain("For Elsewhere <&>.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void In_every_language_and_region_it_is_whole_and_has_that_number(string language)
    {
        var library = _library.In(language);
        library.Language.ShouldBe(language);
        foreach (var region in library.Regions.Values)
        {
            var page = XDocument.Parse(new GuidePage(library, region, language).Html("/page/1")).Root!;
            page.ToString().ShouldNotContain("{");
            page.OfClass("call").Single().Value.ShouldContain(region.Emergency);
            page.Descendants("ol").Single().Elements("li").Count().ShouldBe(_library.Guide.Length);
            page.Descendants("a").Count(a => a.Attribute("href")!.Value.StartsWith("tel:", StringComparison.Ordinal)).ShouldBe(region.Dial is null ? 7 : 1, region.Id);
        }
    }

    [Fact]
    public void The_footer_says_that_it_is_a_draft() =>
        Page(Shipped.Region).Element("body")!.Element("footer")!.Read().ShouldContain("No clinician has signed this text yet");

    [Fact]
    public void It_runs_nothing_and_asks_nobody_else()
    {
        var html = new GuidePage(_library, Shipped.Region, "en").Html("/page/1");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("://");
        html.ShouldNotContain("style=");
        Page(Shipped.Region).Descendants().SelectMany(e => e.Attributes()).Where(a => a.Name == "src").ShouldAllBe(a => a.Value.StartsWith("/page/1/pictures/", StringComparison.Ordinal));
    }

    private static XElement Page(string region, string language) =>
        XDocument.Parse(new GuidePage(_library.In(language), _library.In(language).Regions[region], language).Html("/page/1")).Root!;

    private static XElement Page(Region region) => XDocument.Parse(new GuidePage(_library, region, "en").Html("/page/1")).Root!;
}
