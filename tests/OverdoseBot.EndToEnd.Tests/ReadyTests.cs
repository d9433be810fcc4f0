using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A family gets ready in the browser: the kit, its date, and the file for the calendar.</summary>
[Collection(OnStage.Name)]
public sealed class ReadyTests(Stage stage)
{
    [Theory]
    [InlineData(390, 844, "en", "I want to be ready", "I have a kit", "Nose spray", "Remind me", "Put it in my calendar", "SUMMARY:Naloxone kit: good till June")]
    [InlineData(320, 568, "es", "Quiero prepararme", "Tengo un kit", "Spray para la nariz", "Dame un aviso", "Ponlo en mi calendario", "SUMMARY:Kit de naloxona: sirve hasta junio")]
    public async Task The_calendar_file_is_one_tap_away(
        int width, int height, string language, string ready, string kit, string spray, string remind, string file, string summary)
    {
        var year = (TimeProvider.System.GetUtcNow().Year + 2).ToString(CultureInfo.InvariantCulture);
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Ask = $"?region=us&language={language}" });
        await phone.OpenAndConnectAsync();
        await phone.TapAsync(ready);
        await phone.TapAsync(kit);
        await phone.TapAsync(spray);
        await phone.SeesAsync("EXP");
        await phone.TypeAsync($"06/{year}");
        await phone.SeesAsync(year);
        await phone.TapAsync(remind);

        var link = phone.Page.GetByRole(AriaRole.Link, new() { Name = file });
        await Expect(link).ToBeVisibleAsync();
        (await link.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        await phone.PictureAsync($"kit-calendar-{language}");
        var download = await phone.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        download.SuggestedFilename.ShouldBe("kit.ics");
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain(summary);
        text.ShouldContain($"DTSTART;VALUE=DATE:{year}0531");
        await phone.SeesAsync(language == "en" ? "Keep it in its box" : "Guárdalo en su caja");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);
    }
}
