using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Other numbers than 911, and the place where nobody knows the number.</summary>
[Collection(OnStage.Name)]
public sealed class RegionTests(Stage stage)
{
    [Theory]
    [InlineData(390, 844, false, "en", "im in canada", "Call 911")]
    [InlineData(320, 568, true, "en", "im in the uk", "Call 999")]
    [InlineData(390, 844, true, "es", "estoy en Canadá", "Llama al 911")]
    [InlineData(320, 568, false, "es", "estoy en canada", "Llama al 911")]
    public async Task Where_nobody_knows_the_number_all_are_there_until_they_say_where_they_are(
        int width, int height, bool dark, string language, string where, string call)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark, Ask = $"?region=unknown&language={language}" });
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("999");
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Choices.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.PictureAsync($"unknown-{language}");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        await phone.Call.ClickAsync();
        var numbers = phone.Page.Locator("#numbers a");
        await Expect(numbers).ToHaveCountAsync(7);
        await Expect(numbers.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
        foreach (var number in await numbers.AllAsync())
        {
            (await number.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
            (await number.GetAttributeAsync("href"))!.ShouldMatch("^tel:[0-9]{3}$");
        }

        await phone.PictureAsync($"unknown-numbers-{language}");
        await phone.TypeAsync(where);
        await Expect(phone.Call).ToHaveTextAsync(call);
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:" + call[^3..]);
        await Expect(phone.Page.Locator("#numbers")).ToBeHiddenAsync();
        await Expect(phone.Page.Locator("#steps li").First).ToContainTextAsync(call[^3..]);
        await phone.PictureAsync($"unknown-known-{language}");
    }

    [Fact]
    public async Task A_look_at_the_numbers_is_no_call_and_a_tap_on_one_is()
    {
        await using var phone = await stage.PhoneAsync(new() { Ask = "?region=unknown" });
        var posted = new ConcurrentQueue<string>();
        phone.Page.Request += (_, request) => posted.Enqueue(request.PostData ?? "");
        await phone.OpenAndConnectAsync();
        await phone.Call.ClickAsync();
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "999 the UK" }).ClickAsync();
        await phone.ReachCompressionsAsync();
        posted.Where(p => p.Contains("call-tapped", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("\"value\":\"999\"");
    }

    [Fact]
    public async Task In_the_UK_every_number_is_999()
    {
        await using var phone = await stage.PhoneAsync(new() { Ask = "?region=uk" });
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("Call 999 now, on speaker.");
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
        await phone.TapAsync("It is happening now");
        await phone.SeesAsync("Call 999");
        (await phone.Page.ContentAsync()).ShouldNotContain("911");
        await phone.PictureAsync("uk");
    }

    [Fact]
    public async Task A_country_chosen_in_the_middle_changes_the_number_and_nothing_else()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.TapAsync("It is happening now");
        await phone.SeesAsync("Shout their name.");
        await phone.ChooseAsync(region: "uk");
        await phone.SeesAsync("Call 999");
        await phone.SeesAsync("Shout their name.");
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
        (await phone.MineAsync()).ShouldBe(["You: It is happening now"]);
        await phone.TapAsync("Not waking");
        await phone.SeesAsync("Watch the chest for 10 seconds.");
    }

    [Fact]
    public async Task Another_language_leaves_them_where_they_said_they_are()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.TapAsync("It is happening now");
        await phone.SeesAsync("Shout their name.");
        await phone.TypeAsync("im in the uk");
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
        await phone.ChooseAsync(language: "es");
        await phone.SeesAsync("Grita su nombre.");
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
        await Expect(phone.Call).ToHaveTextAsync("Llama al 999");
    }
}
