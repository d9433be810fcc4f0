using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>The guide on one sheet: on paper, on a phone without script, and found from the page.</summary>
[Collection(OnStage.Name)]
public sealed class GuideTests(Stage stage)
{
    [Theory]
    [InlineData("A4", "en")]
    [InlineData("Letter", "en")]
    [InlineData("A4", "es")]
    [InlineData("Letter", "es")]
    public async Task It_is_printed_on_one_sheet_in_every_language_and_region(string paper, string language)
    {
        await using var phone = await stage.PhoneAsync(new() { Dark = true });
        await phone.Page.GotoAsync(phone.Address.ToString());
        foreach (var region in await phone.Page.Locator("#place select[name=region] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value)"))
        {
            await phone.Page.GotoAsync(Guide(phone, region, language));
            await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            var pdf = await phone.Page.PdfAsync(new() { Format = paper, PrintBackground = true, Path = Path.Combine(Paths.Screenshots, $"guide-{language}-{region}-{paper}.pdf") });
            pdf.Pages().ShouldBe(1, region);
        }
    }

    [Theory]
    [InlineData("en", 320, "Call your emergency number")]
    [InlineData("es", 390, "Llama al número de emergencia")]
    public async Task Where_nobody_knows_the_number_all_are_on_it(string language, int width, string call)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width });
        await phone.Page.GotoAsync(Guide(phone, "unknown", language));
        await Expect(phone.Page.Locator("a.call")).ToHaveTextAsync(call);
        await phone.Page.Locator("a.call").ClickAsync();
        var numbers = phone.Page.Locator("#numbers a");
        await Expect(numbers).ToHaveCountAsync(7);
        foreach (var number in await numbers.AllAsync())
        {
            await Expect(number).ToBeInViewportAsync(new() { Ratio = 1 });
            (await number.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        }

        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(10);
        await phone.PictureAsync("guide-unknown-" + language);
    }

    [Fact]
    public async Task A_long_page_would_be_counted_as_more_than_one()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.Page.GotoAsync(Guide(phone));
        await phone.Page.EvaluateAsync("document.querySelector('ol').append(...[...document.querySelectorAll('li')].map(l => l.cloneNode(true)))");
        (await phone.Page.PdfAsync(new() { Format = "A4" })).Pages().ShouldBe(2);
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task A_language_with_a_quarter_more_letters_fits_too(string paper)
    {
        await using var phone = await stage.PhoneAsync();
        await phone.Page.GotoAsync(Guide(phone));
        await phone.Page.EvaluateAsync("document.querySelectorAll('main p, h1, h2').forEach(p => p.textContent += ' ' + p.textContent.slice(0, p.textContent.length / 4))");
        (await phone.Page.PdfAsync(new() { Format = paper })).Pages().ShouldBe(1);
    }

    [Fact]
    public async Task On_paper_it_is_dark_on_white_whatever_the_phone_is_set_to()
    {
        await using var phone = await stage.PhoneAsync(new() { Dark = true });
        await phone.Page.GotoAsync(Guide(phone));
        (await PaperAsync(phone)).ShouldBe("rgb(11, 14, 17)");
        await phone.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await PaperAsync(phone)).ShouldBe("rgb(255, 255, 255)");
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, true)]
    public async Task Without_script_everybody_can_read_it(int width, bool dark)
    {
        await using (var phone = await stage.PhoneAsync(new() { Width = width, Dark = dark, NoScript = true }))
        {
            await phone.Page.GotoAsync(Guide(phone));
            await Expect(phone.Page.Locator("a.call")).ToHaveAttributeAsync("href", "tel:911");
            await Expect(phone.Page.Locator("main li")).ToHaveCountAsync(11);
            await Expect(phone.Page.Locator("footer")).ToContainTextAsync("No clinician has signed this text");
            await phone.PictureAsync("guide");
        }

        await using var seeing = await stage.PhoneAsync(new() { Width = width, Dark = dark });
        await seeing.Page.GotoAsync(Guide(seeing));
        (await seeing.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await Axe.CheckAsync(seeing.Page)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task It_is_found_from_the_page_and_the_chat_stays_open()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        var guide = await phone.Context.RunAndWaitForPageAsync(() => phone.Page.Locator("footer a").ClickAsync());
        await Expect(guide.Locator("a.call")).ToHaveAttributeAsync("href", "tel:911");
        new Uri(guide.Url).Query.ShouldBe("?region=us&language=en");
        await Expect(phone.Choices.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_sent_again_only_when_it_has_changed_and_under_the_same_rules_as_the_page()
    {
        using var http = new HttpClient { BaseAddress = stage.Service.Address };
        var first = await http.GetAsync("guide");
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        first.Headers.GetValues("Content-Security-Policy").ShouldBe((await http.GetAsync("")).Headers.GetValues("Content-Security-Policy"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "guide");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("guide?region=us&language=en")]
    [InlineData("guide?region=nowhere&language=xx")]
    [InlineData("guide?region=us&region=ca&language=%3Cscript%3E")]
    public async Task Whatever_is_asked_for_there_is_a_guide(string address)
    {
        using var http = new HttpClient { BaseAddress = stage.Service.Address };
        var html = await http.GetStringAsync(address);
        html.ShouldContain("Call 911");
        html.ShouldNotContain("<script");
    }

    private static string Guide(Phone phone, string region = "us", string language = "en") => new Uri(phone.Address, $"guide?region={region}&language={language}").ToString();

    private static Task<string> PaperAsync(Phone phone) => phone.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
