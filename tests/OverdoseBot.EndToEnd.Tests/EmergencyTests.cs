using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Whole emergencies, by thumb, on a large and a small phone, light and dark; axe looks at every state.</summary>
[Collection(OnStage.Name)]
public sealed class EmergencyTests(Stage stage)
{
    [Theory]
    [InlineData(390, 844, false)]
    [InlineData(320, 568, false)]
    [InlineData(320, 568, true)]
    public async Task From_the_greeting_to_the_crew(int width, int height, bool dark)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark });
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("Call 911 now, on speaker.");
        await StateAsync(phone, "1-greeting");

        await phone.TapAsync("It is happening now");
        await phone.SeesAsync("Shout their name.");
        await StateAsync(phone, "2-wake");

        await phone.TapAsync("Not waking");
        await phone.SeesAsync("Tilt the head back");
        await Expect(phone.Page.Locator("#picture")).ToHaveAttributeAsync("alt", "One hand on the forehead, two fingers lift the chin.");
        await StateAsync(phone, "3-breathing");

        await phone.TapAsync("Slow or snoring, but real breaths");
        await phone.SeesAsync("1 breath every 5 seconds");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("Give 12 breaths a minute");
        await StateAsync(phone, "4-breaths");

        await phone.TapAsync("None, or a gasp now and then");
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("110 a minute");
        await StateAsync(phone, "5-compressions");

        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await StateAsync(phone, "6-kit");

        await phone.TapAsync("Nose spray");
        await phone.SeesAsync("Press hard till it stops.");
        await Expect(phone.Page.Locator("#said p")).ToHaveCountAsync(3);
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("110 a minute");
        await StateAsync(phone, "7-spray");

        await phone.TapAsync("Spray given");
        await phone.SeesAsync("I watch the clock for the next dose.");
        await Expect(phone.Page.Locator("#clock")).ToContainTextAsync(new Regex(@"Next look [01]:\d\d"));
        await StateAsync(phone, "8-clock");

        await phone.TapAsync("Breathing normally");
        await phone.SeesAsync("Roll them on their side");
        await Expect(phone.Page.Locator("#beat")).ToBeHiddenAsync();
        await StateAsync(phone, "9-recovery");

        await phone.TapAsync("Crew is here");
        var there = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Phone.TimeZone));
        await Expect(phone.Said).ToContainTextAsync(new Regex($"Tell the crew: spray {there:HH}:|Tell the crew: spray {there.AddMinutes(-2):HH}:"));
        await StateAsync(phone, "10-handover");

        await phone.TapAsync("Crew has taken over");
        await phone.SeesAsync("You did a hard thing and you helped.");
        await StateAsync(phone, "11-after");

        (await phone.MineAsync()).ShouldBe(
            [
                "You: It is happening now", "You: Not waking", "You: Slow or snoring, but real breaths", "You: None, or a gasp now and then",
                "You: Nose spray is here", "You: Nose spray", "You: Spray given", "You: Breathing normally", "You: The crew is here",
                "You: Crew has taken over",
            ]);
    }

    [Fact]
    public async Task In_their_own_words()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.TypeAsync("hes blue and wont wake up");
        await phone.SeesAsync("Watch the chest for 10 seconds.");
        await phone.TypeAsync("hes not breathing at all");
        await phone.SeesAsync("Push hard and fast");
        await phone.TapAsync("Breathing normally");
        await phone.SeesAsync("Roll them on their side");
        await phone.TapAsync("Got worse");
        await phone.SeesAsync("Watch the chest for 10 seconds.");
    }

    [Fact]
    public async Task A_tap_before_the_connection_stands_is_not_lost()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true });
        await phone.Page.RouteAsync("**/tokens/generate", route =>
        {
            wire.Cut();
            return route.ContinueAsync();
        });
        await phone.OpenAsync();
        await phone.TapAsync("They are not breathing");
        await Expect(phone.You).ToContainTextAsync("They are not breathing (not sent yet)");
        await phone.Page.UnrouteAllAsync();
        wire.Mend();
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.You).ToHaveTextAsync("You: They are not breathing");
    }

    [Fact]
    public async Task Buttons_of_an_older_step_are_gone_and_the_tapped_ones_closed()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.Page.RouteAsync("**/activities", async route =>
        {
            await Expect(phone.Choices.First).ToBeDisabledAsync();
            await route.ContinueAsync();
        });
        await phone.ReachCompressionsAsync();
        await Expect(phone.Choices.First).ToBeEnabledAsync();
        await Expect(phone.Page.GetByText("It is happening now")).ToHaveCountAsync(0);
    }

    private static async Task StateAsync(Phone phone, string name)
    {
        await Expect(phone.Page.Locator("#call")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Choices.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.PictureAsync(name);
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);
    }
}
