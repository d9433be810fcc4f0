using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A real minute without a network in the middle of an emergency, in which the next dose falls due.</summary>
public sealed class OfflineMinuteTests(Stage stage) : IClassFixture<Stage>
{
    private const string ReCheck = "Time to look at the chest.";

    [Fact]
    public async Task A_minute_offline_loses_nothing_and_doubles_nothing()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.TapAsync("Nose spray");
        await phone.TapAsync("Spray given");
        await phone.SeesAsync("I watch the clock for the next dose.");

        await phone.ClockAsync(40);
        await phone.Context.SetOfflineAsync(true);
        wire.Cut();
        await phone.Page.EvaluateAsync("window.away = Date.now()");
        await phone.SeesBannerAsync("No connection. Keep going, all steps are below.");
        await Expect(phone.Page.Locator("#steps")).ToContainTextAsync("Push hard and fast");
        await phone.TypeAsync("he vomited");
        await phone.TapAsync("Got worse");
        await Expect(phone.You).ToContainTextAsync("he vomited (not sent yet)");
        await Expect(phone.You).ToContainTextAsync("They got worse (not sent yet)");
        await phone.PictureAsync("offline-minute-1-taps");

        await phone.UntilAsync($"document.getElementById('banner').textContent.includes('{ReCheck}')", 120);
        await Expect(phone.Page.Locator("#steps")).ToBeVisibleAsync();
        await phone.PictureAsync("offline-minute-2-due");
        await phone.UntilAsync("Date.now() - away > 60000", 120);

        wire.Mend();
        await phone.Context.SetOfflineAsync(false);
        await phone.SeesNoBannerAsync();
        await Expect(phone.Page.Locator("#steps")).ToBeHiddenAsync();
        await Expect(phone.You).Not.ToContainTextAsync("not sent yet");
        await phone.PictureAsync("offline-minute-3-back");
        await JudgeAsync(phone);
    }

    private static async Task JudgeAsync(Phone phone)
    {
        var kept = (await phone.TranscriptAsync()).EnumerateArray().ToList();
        kept.Where(a => a.GetProperty("mine").GetBoolean()).Select(Text).ShouldBe(
            ["They are not breathing", "Nose spray is here", "Nose spray", "Spray given", "he vomited", "They got worse"]);
        kept.Count(a => IsReCheck(Text(a)) && !a.GetProperty("answer").GetBoolean()).ShouldBe(1, "the clock rings once");

        // What came due meanwhile stands among what was said before, as often as it was said. (An answer may repeat it.)
        var log = await phone.Log.AllInnerTextsAsync();
        log.Count(IsReCheck).ShouldBe(kept.Count(a => IsReCheck(Text(a))));
        log.Count(l => l == "You: he vomited").ShouldBe(1);
    }

    private static bool IsReCheck(string text) => text.Contains(ReCheck, StringComparison.Ordinal);

    private static string Text(JsonElement said) => said.GetProperty("text").GetString()!;
}
