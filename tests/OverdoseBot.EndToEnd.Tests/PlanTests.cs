using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZXing;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>The household plan in the browser: it never leaves the device, and it is one sheet of paper.</summary>
[Collection(OnStage.Name)]
public sealed partial class PlanTests(Stage stage)
{
    private const string Storage = "() => localStorage.getItem('plan') ?? ''";

    [Theory]
    [InlineData("en", "us")]
    [InlineData("es", "uk")]
    public async Task No_answer_leaves_the_browser_and_the_network_is_not_needed(string language, string region)
    {
        await using var phone = await stage.PhoneAsync();
        var requests = new List<IRequest>();
        phone.Context.Request += (_, request) => requests.Add(request);
        var sheet = await OpenAsync(phone, language, region);
        await sheet.WaitForLoadStateAsync(LoadState.NetworkIdle);
        requests.ShouldAllBe(r => r.Method == "GET");
        var loaded = requests.Count;

        await phone.Context.SetOfflineAsync(true);
        await sheet.FillInAsync(i => $"secret {i}");
        await Expect(sheet.Locator("#sheet")).ToBeVisibleAsync();
        await Expect(sheet.Locator("#is-address")).ToHaveTextAsync("secret 5");
        (await sheet.PdfAsync(new() { Format = "A4" })).Pages().ShouldBe(1);

        requests.Count.ShouldBe(loaded);
        (await sheet.EvaluateAsync<string>(Storage)).ShouldContain("secret 9");
        (await phone.Context.CookiesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_there_again_after_a_reload_and_gone_when_it_is_deleted()
    {
        await using var phone = await stage.PhoneAsync();
        var sheet = await OpenAsync(phone);
        await sheet.Locator("#a-home").FillAsync("Mom");
        await sheet.Locator("#next").ClickAsync();
        await sheet.Locator("#a-calls").FillAsync("half a wo");
        await sheet.ReloadAsync();
        await Expect(sheet.Locator("#a-calls")).ToHaveValueAsync("half a wo");
        await Expect(sheet.Locator("#at")).ToHaveTextAsync("2 of 9");
        for (var i = 2; i <= 9; i++)
        {
            await sheet.Locator(i == 2 ? "#next" : "#skip").ClickAsync();
        }

        await Expect(sheet.Locator("#is-home")).ToHaveTextAsync("Mom");
        await sheet.ReloadAsync();
        await Expect(sheet.Locator("#is-calls")).ToHaveTextAsync("half a wo");
        await sheet.Locator("#change").ClickAsync();
        await Expect(sheet.Locator("#a-home")).ToBeFocusedAsync();
        await sheet.Locator("#next").ClickAsync();
        await sheet.Locator("#back").ClickAsync();
        await Expect(sheet.Locator("#a-home")).ToHaveValueAsync("Mom");
        for (var i = 1; i <= 9; i++)
        {
            await sheet.Locator("#next").ClickAsync();
        }

        var (asked, sure) = (0, false);
        sheet.Dialog += async (_, dialog) =>
        {
            asked++;
            await (sure ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await sheet.Locator("#delete").ClickAsync();
        await Expect(sheet.Locator("#is-home")).ToHaveTextAsync("Mom");
        sure = true;
        await sheet.Locator("#delete").ClickAsync();
        await Expect(sheet.Locator("#gone")).ToBeVisibleAsync();
        asked.ShouldBe(2);
        (await sheet.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        (await sheet.ContentAsync()).ShouldNotContain("Mom<");
        await Expect(sheet.Locator("#a-home")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_deleted_plan_comes_back_with_no_Back_and_in_no_second_tab()
    {
        await using var phone = await stage.PhoneAsync();
        var sheet = await OpenAsync(phone);
        await sheet.Locator("#a-home").FillAsync("Mom");
        var second = await phone.Context.NewPageAsync();
        await second.GotoAsync(sheet.Url);
        await Expect(second.Locator("#a-home")).ToHaveValueAsync("Mom");
        await second.EvaluateAsync("localStorage.removeItem('plan')");
        await Expect(sheet.Locator("#a-home")).ToHaveValueAsync("");
        await sheet.Locator("#a-home").PressSequentiallyAsync("x");
        (await sheet.EvaluateAsync<string>(Storage)).ShouldNotContain("Mom");

        // In one tab no event tells of it: as the browser brings a page back from its memory.
        await sheet.Locator("#a-home").FillAsync("Ana");
        await sheet.EvaluateAsync("localStorage.removeItem('plan')");
        await sheet.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await Expect(sheet.Locator("#a-home")).ToHaveValueAsync("");
        (await sheet.ContentAsync()).ShouldNotContain("Ana<");
        await sheet.Locator("#next").ClickAsync();
        (await sheet.EvaluateAsync<string>(Storage)).ShouldNotContain("Ana");
    }

    [Fact]
    public async Task What_stands_in_a_field_is_on_the_paper()
    {
        await using var phone = await stage.PhoneAsync();
        var sheet = await OpenAsync(phone);
        await sheet.Locator("#a-home").FillAsync("Mom and Ana");
        await sheet.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        await Expect(sheet.Locator("#is-home")).ToHaveTextAsync("Mom and Ana");
    }

    [Theory]
    [InlineData("en", "A4")]
    [InlineData("en", "Letter")]
    [InlineData("es", "A4")]
    [InlineData("es", "Letter")]
    public async Task It_is_one_sheet_in_every_region_whatever_is_written(string language, string paper)
    {
        await using var phone = await stage.PhoneAsync(new() { Dark = true });
        await phone.Page.GotoAsync(phone.Address.ToString());
        var regions = await phone.Page.Locator("#place select[name=region] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value)");
        foreach (var letters in (int[])[20, 200, 300])
        {
            await phone.Page.GotoAsync(Address(phone, language, "us"));
            var words = Answer(letters);
            await phone.Page.EvaluateAsync(
                "words => localStorage.setItem('plan', JSON.stringify({ answers: Object.fromEntries([...document.querySelectorAll('textarea')].map(t => [t.name, words])), at: 9 }))", words);
            foreach (var region in letters == 20 ? [regions[0]] : regions)
            {
                await phone.Page.GotoAsync(Address(phone, language, region));
                await Expect(phone.Page.Locator("#is-wants")).ToHaveTextAsync(words);
                var pdf = await phone.Page.PdfAsync(new() { Format = paper, PrintBackground = true, Path = Path.Combine(Paths.Screenshots, $"plan-{language}-{region}-{letters}-{paper}.pdf") });
                pdf.Pages().ShouldBe(1, $"{region} {letters}");
            }
        }
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)><b>Ana</b> & \"Rosa\" 'x' </dd><script>alert(1)</script>")]
    [InlineData("דנה גרה כאן, דלת 12, קוד 4711#")]
    [InlineData("السيدة ليلى - الطابق 3، الرمز 4711")]
    [InlineData("one\ntwo\n\nthree 👩‍👩‍👧 {emergency} {at}")]
    [InlineData("averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword")]
    public async Task Whatever_is_written_is_shown_as_text(string answer)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = 320 });
        var sheet = await OpenAsync(phone);
        await sheet.FillInAsync(_ => answer);
        (await sheet.Locator("#is-kit").EvaluateAsync<string>("dd => dd.textContent")).ShouldBe(answer.Trim());
        (await sheet.EvaluateAsync<int>("document.querySelectorAll('#sheet b, #sheet script, #sheet dd *').length")).ShouldBe(0);
        (await sheet.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        var right = answer[0] is > '\u0590' and < '\u0700';
        (await sheet.Locator("#is-kit").EvaluateAsync<string>("dd => getComputedStyle(dd).direction")).ShouldBe(right ? "rtl" : "ltr");
        (await Axe.CheckAsync(sheet)).ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"answers\":{\"home\":{\"x\":1},\"calls\":7,\"__proto__\":{\"a\":1}},\"at\":\"<b>\"}")]
    [InlineData("{\"at\":-3}")]
    [InlineData("{\"answers\":null,\"at\":99999}")]
    public async Task What_cannot_be_read_in_the_storage_is_no_plan(string stored)
    {
        await using var phone = await stage.PhoneAsync(new() { Before = $"localStorage.setItem('plan', {System.Text.Json.JsonSerializer.Serialize(stored)})" });
        var sheet = await OpenAsync(phone);
        await Expect(sheet.Locator("#ask, #sheet").Locator("visible=true")).ToHaveCountAsync(1);
        await Expect(sheet.Locator("#is-home")).ToHaveTextAsync("");
    }

    [Theory]
    [InlineData(390, 844, false, "en")]
    [InlineData(320, 568, true, "es")]
    public async Task By_keyboard_alone_and_for_a_screen_reader(int width, int height, bool dark, string language)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark });
        var sheet = await OpenAsync(phone, language);
        await sheet.Locator("#title").FocusAsync();
        for (var i = 1; i <= 9; i++)
        {
            await Expect(sheet.Locator(".q").Locator("visible=true")).ToHaveCountAsync(1);
            if (i == 1)
            {
                (await Axe.CheckAsync(sheet)).ShouldBeGreaterThan(15);
                await TabToAsync(sheet, "a-home");
            }

            // The next question has the focus: its words are read out.
            (await sheet.EvaluateAsync<string>("document.activeElement.tagName")).ShouldBe("TEXTAREA");
            await sheet.Keyboard.TypeAsync($"answer {i}");
            await TabToAsync(sheet, "next");
            await sheet.Keyboard.PressAsync("Enter");
        }

        (await sheet.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("title");
        await Expect(sheet.Locator("#is-wants")).ToHaveTextAsync("answer 9");
        (await Axe.CheckAsync(sheet)).ShouldBeGreaterThan(15);
        foreach (var button in await sheet.Locator("button:visible, .call, .ways a").AllAsync())
        {
            (await button.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        }
    }

    [Fact]
    public async Task Without_a_script_it_is_a_blank_sheet_to_fill_in_by_pen()
    {
        await using var phone = await stage.PhoneAsync(new() { NoScript = true });
        await phone.Page.GotoAsync(Address(phone, "en", "us"));
        await Expect(phone.Page.Locator("#pen")).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("dt")).ToHaveCountAsync(9);
        await Expect(phone.Page.Locator("#ask")).ToBeHiddenAsync();
        await Expect(phone.Page.Locator("footer")).ToContainTextAsync("No clinician has signed this text");
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(Paths.Screenshots, "plan-no-script.png"), FullPage = true });
        (await phone.Page.PdfAsync(new() { Format = "Letter", Path = Path.Combine(Paths.Screenshots, "plan-blank.pdf") })).Pages().ShouldBe(1);
    }

    [Theory]
    [InlineData("en", "uk")]
    [InlineData("es", "unknown")]
    public async Task The_code_on_the_sheet_leads_to_the_guide(string language, string region)
    {
        await using var phone = await stage.PhoneAsync();
        var sheet = await OpenAsync(phone, language, region);
        var (side, light) = (300, await sheet.EvaluateAsync<int[]>(
            """
            async () => {
              const image = document.querySelector('#sheet img'), canvas = document.createElement('canvas');
              await image.decode();
              canvas.width = canvas.height = 300;
              const paper = canvas.getContext('2d');
              paper.drawImage(image, 0, 0, 300, 300);
              return [...paper.getImageData(0, 0, 300, 300).data].filter((_, i) => i % 4 === 0);
            }
            """));
        var source = new RGBLuminanceSource([.. light.Select(l => (byte)l)], side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        var read = new BarcodeReaderGeneric { Options = { PossibleFormats = [BarcodeFormat.QR_CODE] } }.Decode(source);
        read.ShouldNotBeNull().Text.ShouldBe(new Uri(phone.Address, $"guide?region={region}&language={language}").ToString());
        await phone.Page.GotoAsync(read.Text);
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(phone.Page.Locator("main li").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("plan?region=nowhere&language=xx")]
    [InlineData("plan?region=us&region=ca&language=%3Cscript%3E")]
    [InlineData("plan")]
    public async Task Whatever_is_asked_for_there_is_a_plan_under_the_rules_of_the_page(string address)
    {
        using var http = new HttpClient { BaseAddress = stage.Service.Address };
        var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self';");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("Call 911");
        html.ShouldNotContain(" style=");
        InlineScript().IsMatch(html).ShouldBeFalse();
        (await http.GetAsync(new Uri("plan/qr.svg", UriKind.Relative))).Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
    }

    /// <summary>A plan in a tab of its own.</summary>
    internal static async Task<IPage> OpenAsync(Phone phone, string language = "en", string region = "us")
    {
        await phone.Page.GotoAsync(Address(phone, language, region));
        return phone.Page;
    }

    private static string Address(Phone phone, string language, string region) => new Uri(phone.Address, $"plan?region={region}&language={language}").ToString();

    private static string Answer(int letters) => string.Concat(Enumerable.Repeat("Rosa waits downstairs, ", 20))[..letters].Trim();

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The keyboard does not come to {id}.");
    }

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineScript();
}
