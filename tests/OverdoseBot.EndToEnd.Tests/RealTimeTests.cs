using System.Globalization;
using OverdoseBot.Sms.Tests;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A whole emergency in real time: the second dose at its minute, although the service was killed in between.</summary>
public sealed class RealTimeTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const string ReCheck = "Time to look at the chest.";

    // Notes when the question came onto the screen.
    private const string Note =
        $$"""
        addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
          if (document.getElementById('said').textContent.includes('{{ReCheck}}')) window.asked ??= Date.now();
        }).observe(document.getElementById('said'), { childList: true, subtree: true }));
        """;

    [Fact]
    public async Task The_next_dose_is_asked_for_two_minutes_after_the_first_across_a_kill()
    {
        await using var phone = await stage.PhoneAsync(new() { BadNetwork = true, Before = Note });
        await phone.OpenAndConnectAsync();
        await ShowAsync(phone, "1-greeting");
        await StepAsync(phone, "They are not breathing", "Push hard and fast", "2-compressions");
        await StepAsync(phone, "Nose spray is here", "Is it a nose spray or a needle?", "3-kit");
        await StepAsync(phone, "Nose spray", "Press hard till it stops.", "4-spray");
        using var others = new OtherWork();
        await StepAsync(phone, "Spray given", "I watch the clock for the next dose.", "5-dose-given");

        await phone.ClockAsync(95);
        await stage.Service.KillAsync();
        await phone.SeesBannerAsync("No connection.");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("110 a minute");
        await phone.ClockAsync(75);
        await ShowAsync(phone, "6-service-killed");
        await stage.Service.RunAsync();
        await phone.SeesNoBannerAsync();
        await phone.SeesAsync("I watch the clock for the next dose.");
        await ShowAsync(phone, "7-service-back");

        await phone.UntilAsync("window.asked > 0", 180);
        await phone.SeesAsync(ReCheck);
        await ShowAsync(phone, "8-re-check");
        await JudgeAsync(phone, others);

        await StepAsync(phone, "Next dose given", "Go on with breaths or pushes", "9-second-dose");
        await StepAsync(phone, "Breathing normally", "Roll them on their side", "10-recovery");
        await StepAsync(phone, "Crew is here", "Tell the crew: ", "11-handover");
        await StepAsync(phone, "Crew has taken over", "You did a hard thing and you helped.", "12-after");
    }

    private async Task JudgeAsync(Phone phone, OtherWork others)
    {
        var kept = (await phone.TranscriptAsync()).EnumerateArray().ToList();
        var told = kept.Single(a => a.GetProperty("text").GetString() == "Spray given").GetProperty("at").GetDouble();
        var asked = kept.Single(a => a.GetProperty("text").GetString()!.Contains(ReCheck, StringComparison.Ordinal)).GetProperty("at").GetDouble();
        var shown = await phone.Page.EvaluateAsync<double>("window.asked");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"asked {(asked - told) / 1000:0.000} s after the dose was told, on the screen after {(shown - told) / 1000:0.000} s"));
        // Beside other work the machine's queues are measured too; a clock that began anew with the service would be later still.
        (asked - told).ShouldBeInRange(119_000, others.IsQuiet ? 121_000 : 150_000);
        (shown - told).ShouldBeGreaterThan(119_000, "and how much later it is on the screen is the machine's affair");
    }

    private static async Task StepAsync(Phone phone, string tap, string sees, string picture)
    {
        await phone.TapAsync(tap);
        await phone.SeesAsync(sees);
        await ShowAsync(phone, picture);
    }

    private static async Task ShowAsync(Phone phone, string picture)
    {
        await Expect(phone.Page.Locator("#call")).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.PictureAsync("real-time-" + picture);
    }
}
