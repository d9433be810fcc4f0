using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A family's path on a phone, from nothing to a kit with a reminder and a plan on the fridge; each screen is a picture to look at.</summary>
[Collection(InTheWings.Name)]
public sealed class FamilyTests(Stage stage)
{
    private static readonly string[] _answers =
    [
        "Mom and Ana at night, Dad all day", "Ana. If she is out: Dad", "Dad", "Mom, at the front door",
        "12 Blue Street, 3rd floor left. Door code 4711#", "Top kitchen drawer, next to the kettle", "Methadone 60 mg, gabapentin, some beer on weekends",
        "Aunt Rosa 555-0134", "Talk calmly. No crowd. Call my sister.",
    ];

    [Fact]
    public async Task From_nothing_to_a_plan_on_paper()
    {
        var year = (TimeProvider.System.GetUtcNow().Year + 2).ToString(CultureInfo.InvariantCulture);
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.PictureAsync("family-1-start");
        await phone.TapAsync("I want to be ready");
        await phone.SeesAsync("Good that you plan ahead");
        await phone.PictureAsync("family-2-prepare");
        await phone.TapAsync("I have a kit");
        await phone.TapAsync("Nose spray");
        await phone.TypeAsync($"06/{year}");
        await phone.SeesAsync(year);
        await phone.PictureAsync("family-3-date");
        await phone.TapAsync("Remind me");
        var file = phone.Page.GetByRole(AriaRole.Link, new() { Name = "Put it in my calendar" });
        await Expect(file).ToBeVisibleAsync();
        await phone.PictureAsync("family-4-reminder");
        (await phone.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync())).SuggestedFilename.ShouldBe("kit.ics");
        await phone.TapAsync("What next?");
        await phone.TapAsync("A plan for home");
        await phone.SeesAsync("fits on one page");
        var link = phone.Page.GetByRole(AriaRole.Link, new() { Name = "Make the plan" });
        (await link.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        await phone.PictureAsync("family-5-plan");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        var plan = await phone.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await Expect(plan.Locator("#at")).ToHaveTextAsync("1 of 9");
        await PictureAsync(plan, "family-6-question");
        for (var i = 0; i < _answers.Length; i++)
        {
            await plan.Locator(".q textarea:visible").FillAsync(_answers[i]);
            if (i == 4)
            {
                await PictureAsync(plan, "family-7-address");
            }

            await plan.Locator("#next").ClickAsync();
        }

        await Expect(plan.Locator("#is-wants")).ToHaveTextAsync(_answers[^1]);
        await PictureAsync(plan, "family-8-sheet", whole: true);
        foreach (var paper in new[] { "A4", "Letter" })
        {
            (await plan.PdfAsync(new() { Format = paper, PrintBackground = true, Path = Path.Combine(Paths.Screenshots, $"family-9-print-{paper}.pdf") })).Pages().ShouldBe(1);
        }

        // The chat is where it was, and heard nothing of it.
        await Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Make the plan" })).ToBeVisibleAsync();
        var said = await phone.TranscriptAsync();
        foreach (var answer in _answers)
        {
            said.GetRawText().ShouldNotContain(answer);
        }
    }

    [Fact]
    public async Task Then_a_drill_is_passed_and_its_score_stays_on_the_device()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.TapAsync("I want to be ready");
        await phone.TapAsync("Practice");
        await phone.PictureAsync("family-10-which");
        await phone.TapAsync("A: in bed");
        await phone.TapAsync("Quick");
        await phone.SeesAsync("Only the deep snore.");
        await phone.PictureAsync("family-11-drill");
        foreach (var label in (string[])["I am calling", "Not waking", "Slow or snoring, but real breaths", "Nose spray is here", "Nose spray", "Spray given"])
        {
            await phone.TapAsync(label);
        }

        await phone.SeesAsync("still slow");
        await phone.PictureAsync("family-12-breaths");
        await Expect(phone.Page.Locator("#said").GetByText("he breathes on his own now")).ToBeVisibleAsync();
        await phone.TapAsync("Breathing normally");
        await phone.SeesAsync("You did 5 of 5 right");
        await phone.PictureAsync("family-13-score");
        await phone.UntilAsync("() => Object.values(localStorage).join(' ').includes('\"right\":5')");
    }

    private static Task<byte[]> PictureAsync(IPage page, string name, bool whole = false) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Paths.Screenshots, $"{name}-390.png"), FullPage = whole });
}
