using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A person joins the chat: what they write stands beside the step, and takes nothing of it off the screen.</summary>
[Collection(InTheWings.Name)]
public sealed class HandOffTests(Stage stage)
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(320, 568)]
    public async Task The_step_stays_on_the_screen_while_a_person_writes(int width, int height)
    {
        await using var desk = new Desk();
        await using var service = await Service.StartAsync(desk.Settings);
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Address = service.Address });
        var person = phone.Page.Locator("#person");
        await phone.OpenAndConnectAsync();
        await Expect(person).ToBeHiddenAsync();
        await phone.ReachCompressionsAsync();
        await phone.TypeAsync("i want to talk to a human");
        await phone.SeesAsync("Talk to the 911 person.");
        await Expect(person).ToContainTextAsync("Call 911. I asked for a person to join here.");
        await Expect(phone.Choices.First).ToBeInViewportAsync();
        (await desk.NextAsync()).GetProperty("name").GetString().ShouldBe("handoff.initiate");

        await desk.StateAsync("accepted");
        await Expect(person).ToContainTextAsync("A person is in this chat now.");
        await StepStandsAsync(phone, "Push hard and fast");

        await desk.SayAsync("I am Ana. You are doing well.");
        await Expect(person.Locator("span").Last).ToHaveTextAsync("A person: I am Ana. You are doing well.");
        await Expect(phone.Page.Locator("#speak")).ToHaveTextAsync("A person: I am Ana. You are doing well.");
        await StepStandsAsync(phone, "Push hard and fast");
        await phone.PictureAsync("12-person");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        await phone.TypeAsync("thank you ana");
        (await desk.NextAsync()).GetProperty("text").GetString().ShouldBe("thank you ana");
        await StepStandsAsync(phone, "Push hard and fast");

        await phone.TapAsync("Slow or snoring, but real breaths");
        await phone.SeesAsync("1 breath every 5 seconds");
        await Expect(person.Locator("span").Last).ToHaveTextAsync("A person: I am Ana. You are doing well.");
        (await desk.NextAsync()).GetProperty("text").GetString().ShouldBe("Slow or snoring, but real breaths");

        await desk.StateAsync("completed");
        await Expect(person).ToContainTextAsync("The person has left.");
        await StepStandsAsync(phone, "1 breath every 5 seconds");
        await phone.TapAsync("None, or a gasp now and then");
        await phone.SeesAsync("Push hard and fast");
        await Expect(person).ToBeHiddenAsync();
        await Expect(phone.Log.Filter(new() { HasText = "A person: I am Ana." })).ToHaveCountAsync(1);
    }

    private static async Task StepStandsAsync(Phone phone, string words)
    {
        await phone.SeesAsync(words);
        await Expect(phone.Choices.First).ToBeEnabledAsync();
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
