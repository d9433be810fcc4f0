using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>The page of <c>deploy/embed</c>: its words are those of <c>dialogs</c>, its Web Chat is the pinned one, and it is whole without it.</summary>
public sealed partial class EmbedPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("index.html", "en", 10)]
    [InlineData("es.html", "es", 10)]
    public async Task Every_word_on_it_is_of_the_dialogs(string file, string language, int texts)
    {
        var words = (await File.ReadAllTextAsync(Path.Combine(Paths.Root, "dialogs", "words", language + ".yaml"))).Replace("{emergency}", "911", StringComparison.Ordinal);
        var html = await File.ReadAllTextAsync(Path.Combine(EmbedHost.Folder, file));
        var said = Text().Matches(html).Select(t => WebUtility.HtmlDecode(t.Groups[1].Value)).Distinct().ToList();

        said.Count.ShouldBeGreaterThan(texts);
        said.ShouldAllBe(text => words.Contains(text));
        html.ShouldContain($"<html lang=\"{language}\">");
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("es.html")]
    public async Task Its_web_chat_is_pinned_by_version_and_hash(string file)
    {
        var html = await File.ReadAllTextAsync(Path.Combine(EmbedHost.Folder, file));
        var hash = Convert.ToBase64String(SHA384.HashData(await File.ReadAllBytesAsync(Paths.WebChat)));

        html.ShouldContain("/botframework-webchat/4.18.1/webchat-minimal.js\" integrity=\"sha384-" + hash + "\"");
    }

    [Fact]
    public async Task Without_web_chat_the_number_and_the_steps_are_there_and_the_page_says_so()
    {
        await using var chat = await Embedded.PrepareAsync(site);
        await chat.Page.RouteAsync("https://cdn.botframework.com/**", route => route.AbortAsync());
        await chat.GoAsync();

        await chat.SeesBannerAsync();
        await Expect(chat.Page.Locator("#call")).ToHaveAttributeAsync("href", "tel:911");
        await Expect(chat.Page.Locator("#steps li")).ToHaveCountAsync(7);
    }

    [Fact]
    public async Task Where_storage_is_refused_the_chat_begins_and_goes_on_after_a_break()
    {
        await using var chat = await Embedded.OpenAsync(site, "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('Refused', 'SecurityError'); } });");
        await chat.SeesNoBannerAsync();
        await chat.TapAsync("They are not breathing");
        await chat.SeesAsync("Push hard and fast");
        chat.Wire.Cut();
        await chat.SeesBannerAsync();
        chat.Wire.Mend();
        await chat.SeesNoBannerAsync();
        await chat.SeesAsync("Push hard and fast");
        await chat.TypeAsync("nose spray");
        await chat.SeesAsync("Press hard till it stops.");
    }

    [Fact]
    public async Task Another_file_than_the_pinned_one_does_not_run()
    {
        await using var chat = await Embedded.PrepareAsync(site);
        await chat.Page.RouteAsync("https://cdn.botframework.com/**", async route => await route.FulfillAsync(new()
        {
            Body = await File.ReadAllTextAsync(Paths.WebChat) + "\n// changed",
            ContentType = "text/javascript",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));
        await chat.GoAsync();

        await chat.SeesBannerAsync();
        (await chat.Page.EvaluateAsync<bool>("'WebChat' in window")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_call_button_is_on_the_screen_wherever_the_page_is_and_axe_finds_nothing()
    {
        await using var chat = await Embedded.OpenAsync(site);
        foreach (var place in new[] { "#chat", "#steps", "footer" })
        {
            await chat.Page.Locator(place).ScrollIntoViewIfNeededAsync();
            await Expect(chat.Page.Locator("#call")).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        (await Axe.CheckAsync(chat.Page)).ShouldBeGreaterThan(15);
    }

    // What stands between tags, but not in the head's comments and scripts.
    [GeneratedRegex("<(?:title|h1|h2|a|p|li)[^>]*>([^<]+)<")]
    private static partial Regex Text();
}
