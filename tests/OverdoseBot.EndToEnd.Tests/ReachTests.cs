using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Little network, little script, little screen.</summary>
[Collection(OnStage.Name)]
public sealed class ReachTests(Stage stage, ITestOutputHelper output)
{
    private const int FirstFlight = 14 * 1024;
    private const int Whole = 40 * 1024;
    private const double Readable = 4_000;
    private const double Ready = 6_000;

    [Theory]
    [InlineData("br", "en", "us")]
    [InlineData("gzip", "en", "us")]
    [InlineData("br", "es", "unknown")]
    [InlineData("gzip", "es", "unknown")]
    public async Task The_page_fits_into_its_bytes(string encoding, string language, string region)
    {
        var (first, later) = await FilesAsync($"?language={language}&region={region}");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        var flight = await SizeAsync(http, first);
        var all = flight + await SizeAsync(http, later);
        output.WriteLine($"{language} {encoding}: first flight {flight} bytes in {first.Count} files, whole page {all} bytes in {first.Count + later.Count} files");
        flight.ShouldBeLessThanOrEqualTo(FirstFlight);
        all.ShouldBeLessThanOrEqualTo(Whole);
    }

    [Fact]
    public async Task Without_script_the_page_tells_whom_to_call_and_what_to_do()
    {
        await using var phone = await stage.PhoneAsync(new() { NoScript = true });
        await phone.OpenAsync();
        await Expect(phone.Page.Locator("#call")).ToHaveAttributeAsync("href", "tel:911");
        await phone.SeesAsync("Call 911 now, on speaker.");
        await Expect(phone.Page.Locator("#steps li")).ToHaveCountAsync(7);
        await Expect(phone.Page.Locator("footer")).ToContainTextAsync("No clinician has signed this text");
        await Expect(phone.Page.Locator("#bar")).ToBeHiddenAsync();
        await phone.PictureAsync("without-script");
    }

    [Theory]
    [InlineData(390, 844, false)]
    [InlineData(320, 568, true)]
    public async Task When_no_script_arrives_the_first_steps_stand_and_axe_finds_nothing(int width, int height, bool dark)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark, BadNetwork = true });
        await phone.Page.RouteAsync("**/*.js", route => route.AbortAsync());
        await phone.OpenAsync();
        await Expect(phone.Page.Locator("#call")).ToHaveAttributeAsync("href", "tel:911");
        await Expect(phone.Page.Locator("#call")).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.SeesAsync("Call 911 now, on speaker.");
        await Expect(phone.Page.Locator("#steps li")).ToHaveCountAsync(7);
        await Expect(phone.Page.Locator("button:visible:not(#place button)")).ToHaveCountAsync(0);
        await phone.PictureAsync("no-script-arrived");
        output.WriteLine($"axe: {await Axe.CheckAsync(phone.Page)} rules passed, 0 violations");
    }

    [Fact]
    public async Task On_slow_3G_it_is_soon_readable_and_soon_ready()
    {
        // The machine has other work: its best is what the page takes.
        var (readable, ready) = await SoonAsync();
        for (var tries = 1; tries < 5 && !(readable < Readable && ready < Ready); tries++)
        {
            (readable, ready) = await SoonAsync();
        }

        readable.ShouldBeLessThan(Readable);
        ready.ShouldBeLessThan(Ready);
    }

    private async Task<(double Readable, double Ready)> SoonAsync()
    {
        await using var phone = await stage.PhoneAsync();
        await SlowAsync(phone);
        await phone.Page.GotoAsync(phone.Address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await phone.Choices.First.WaitForAsync();
        var ready = await phone.Page.EvaluateAsync<double>("performance.now()");
        var readable = await phone.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        await phone.ReachCompressionsAsync();
        var answered = await phone.Page.EvaluateAsync<double>("performance.now()");
        output.WriteLine($"400 kbit/s, 400 ms: readable {readable:0} ms, first tap possible {ready:0} ms, first answer {answered:0} ms");
        return (readable, ready);
    }

    [Theory]
    [InlineData(160, 284)]
    [InlineData(195, 422)]
    [InlineData(640, 320)]
    public async Task Zoomed_or_turned_nothing_is_cut_off_and_the_call_button_stays(int width, int height)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        var wide = await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        wide.ShouldBeLessThanOrEqualTo(width);
        await phone.PictureAsync($"zoom-{height}");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "No spray" }).ScrollIntoViewIfNeededAsync();
        await Expect(phone.Page.Locator("#call")).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.TapAsync("No spray");
        await phone.SeesAsync("Go on till help comes.");
    }

    [Fact]
    public async Task Every_button_is_large_enough_for_a_shaking_thumb()
    {
        await using var phone = await stage.PhoneAsync(new() { Width = 320, Height = 568 });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        const string Low = "() => [...document.querySelectorAll('button, #call, #text')].filter(b => b.checkVisibility() && b.getBoundingClientRect().height < 48).map(b => b.textContent)";
        (await phone.Page.EvaluateAsync<string[]>(Low)).ShouldBeEmpty();

        // There is room for "Send" once there is something to send.
        await phone.Page.Locator("#text").FocusAsync();
        await Expect(phone.Page.Locator("#send")).ToBeInViewportAsync(new() { Ratio = 1 });
        (await phone.Page.EvaluateAsync<string[]>(Low)).ShouldBeEmpty();
        await phone.Page.Locator("#text").FillAsync("he vomited");
        await phone.PictureAsync("typing");
        await phone.Page.Locator("#send").ClickAsync();
        await Expect(phone.You).ToContainTextAsync("he vomited");
    }

    private async Task<(List<Uri> First, List<Uri> Later)> FilesAsync(string ask)
    {
        await using var phone = await stage.PhoneAsync(new() { Ask = ask });
        var asked = new List<Uri>();
        phone.Page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await phone.OpenAndConnectAsync();
        await phone.Choices.Nth(2).ClickAsync();
        await Expect(phone.Page.Locator("#beat")).ToBeVisibleAsync();
        await phone.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var html = await phone.Page.EvaluateAsync<string[]>(
            "() => [location.href, ...[...document.querySelectorAll('link[rel=stylesheet]')].map(l => l.href), document.querySelector('script[type=module]').src]");
        var first = html.Select(h => new Uri(h)).ToList();
        var later = asked.Where(a => a.AbsolutePath.StartsWith("/page/", StringComparison.Ordinal)).Distinct().Except(first).ToList();
        later.Count.ShouldBeGreaterThanOrEqualTo(5);
        return (first, later);
    }

    private static async Task<long> SizeAsync(HttpClient http, List<Uri> files)
    {
        long sum = 0;
        foreach (var file in files)
        {
            var answer = await http.GetAsync(file);
            answer.EnsureSuccessStatusCode();
            sum += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        return sum;
    }

    private static async Task SlowAsync(Phone phone)
    {
        var devtools = await phone.Context.NewCDPSessionAsync(phone.Page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 400,
            ["downloadThroughput"] = 50_000,
            ["uploadThroughput"] = 50_000,
        });
    }
}
