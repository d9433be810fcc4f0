using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>What stays on the phone, and what leaves it.</summary>
[Collection(OnStage.Name)]
public sealed class PrivacyTests(Stage stage)
{
    private const string Kept = "() => ({ tab: sessionStorage.length, phone: localStorage.length })";

    [Fact]
    public async Task Nothing_is_kept_on_the_phone_unless_asked()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        (await StorageAsync(phone)).Phone.ShouldBe(0);
        await phone.Page.GetByLabel("Keep this chat on this phone").CheckAsync();
        (await StorageAsync(phone)).Phone.ShouldBe(1);
        await phone.Page.GetByLabel("Keep this chat on this phone").UncheckAsync();
        (await StorageAsync(phone)).Phone.ShouldBe(0);
    }

    [Fact]
    public async Task Leaving_fast_goes_elsewhere_and_forgets()
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true });
        var elsewhere = new Uri(phone.Address, "/page/x/pictures/icon.svg").ToString();
        await phone.OpenAndConnectAsync();
        await phone.Page.GetByLabel("Keep this chat on this phone").CheckAsync();
        await phone.ReachCompressionsAsync();
        await Expect(phone.Page.Locator("#leave")).ToHaveAttributeAsync("href", "https://www.weather.gov/");
        await phone.Page.EvalOnSelectorAsync("#leave", "(a, to) => a.href = to", elsewhere);
        await phone.Page.Locator("#leave").ClickAsync();
        await phone.Page.WaitForURLAsync(elsewhere);
        (await StorageAsync(phone)).ShouldBe((0, 0));
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("Is that happening now?");
    }

    [Fact]
    public async Task The_content_policy_allows_only_our_own_files()
    {
        using var http = new HttpClient();
        var answer = await http.GetAsync(stage.Service.Address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';");
        policy.ShouldNotContain("unsafe");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain(" style=");
        html.ShouldNotContain(" onclick=");
    }

    private static async Task<(int Tab, int Phone)> StorageAsync(Phone phone)
    {
        var kept = await phone.Page.EvaluateAsync<Dictionary<string, int>>(Kept);
        return (kept["tab"], kept["phone"]);
    }
}
