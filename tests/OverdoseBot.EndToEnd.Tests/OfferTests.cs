using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A second opinion comes seconds after the answer: the offer of a person stands beside the step and is gone with the next.</summary>
[Collection(InTheWings.Name)]
public sealed class OfferTests(Stage stage)
{
    private const string Offer = "Talk to the 911 person.";

    [Fact]
    public async Task The_step_stays_large_while_a_person_is_offered()
    {
        await using var opinions = new Opinions();
        await using var service = await Service.StartAsync(opinions.Settings);
        await using var phone = await stage.PhoneAsync(new() { Address = service.Address });
        var person = phone.Page.Locator("#person");
        await phone.OpenAndConnectAsync();
        await phone.TypeAsync("he is not breathing and nobody is left");
        await phone.SeesAsync("Push hard and fast");
        await Expect(person).ToBeHiddenAsync();

        opinions.Answer();
        await Expect(person).ToContainTextAsync(Offer);
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.Page.Locator("#said")).Not.ToContainTextAsync(Offer);
        await Expect(phone.Choices.First).ToBeInViewportAsync();

        await phone.TapAsync("Slow or snoring, but real breaths");
        await phone.SeesAsync("1 breath every 5 seconds");
        await Expect(person).ToBeHiddenAsync();
        await Expect(phone.Log.Filter(new() { HasText = Offer })).ToHaveCountAsync(1);
    }
}
