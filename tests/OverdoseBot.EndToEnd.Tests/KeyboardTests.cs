using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>A phone's keyboard takes half of the screen: the call button and the words stay on the other half.</summary>
[Collection(OnStage.Name)]
public sealed class KeyboardTests(Stage stage)
{
    // An iPhone's keyboard covers the page: only the visual viewport tells of it.
    private const string Covering =
        """
        window.cover = (height, scale = 1) => {
          for (const [name, value] of Object.entries({ height, scale })) Object.defineProperty(visualViewport, name, { value, configurable: true });
          visualViewport.dispatchEvent(new Event('resize'));
        };
        """;

    [Fact]
    public async Task Where_it_covers_the_page_the_call_button_and_the_words_stand_above_it()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Covering });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.EvaluateAsync("cover(420)");
        (await BottomAsync(phone, "#call")).ShouldBeLessThan(420);
        (await BottomAsync(phone, "#bar")).ShouldBeInRange(419, 421);

        // Who zooms while it is open gets the whole page back, and so does everybody when it closes.
        await phone.Page.EvaluateAsync("cover(210, 2)");
        (await BottomAsync(phone, "#bar")).ShouldBeInRange(843, 845);
        await phone.Page.EvaluateAsync("cover(420)");
        await phone.Page.EvaluateAsync("cover(844)");
        (await BottomAsync(phone, "#bar")).ShouldBeInRange(843, 845);
    }

    [Fact]
    public async Task Where_the_page_scrolls_as_one_it_is_left_alone()
    {
        await using var phone = await stage.PhoneAsync(new() { Width = 640, Height = 320, Before = Covering });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.Locator("#text").FocusAsync();
        var at = await phone.Page.EvaluateAsync<double>("scrollY");
        at.ShouldBeGreaterThan(0);
        await phone.Page.EvaluateAsync("cover(160)");
        (await phone.Page.EvaluateAsync<double>("scrollY")).ShouldBe(at);
        await phone.Page.Locator("#text").BlurAsync();
        await phone.Page.GetByLabel("Keep this chat on this phone").ScrollIntoViewIfNeededAsync();
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task A_keyboard_that_makes_the_page_smaller_and_a_pinch_change_nothing()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.SetViewportSizeAsync(390, 520);
        await phone.UntilAsync("innerHeight === 520");
        (await BottomAsync(phone, "#bar")).ShouldBeInRange(519, 521);
        (await HeightAsync(phone)).ShouldBe("");
        await phone.Page.SetViewportSizeAsync(390, 844);
        await phone.UntilAsync("innerHeight === 844");

        var devtools = await phone.Context.NewCDPSessionAsync(phone.Page);
        foreach (var scale in new[] { 1.004, 1.5, 3 })
        {
            await devtools.SendAsync("Emulation.setPageScaleFactor", new Dictionary<string, object> { ["pageScaleFactor"] = scale });
            await phone.UntilAsync(FormattableString.Invariant($"Math.abs(visualViewport.scale - {scale}) < .001"));
            (await HeightAsync(phone)).ShouldBe("");
            (await phone.Page.EvaluateAsync<int>("document.body.offsetHeight")).ShouldBe(844);
        }
    }

    private static Task<double> BottomAsync(Phone phone, string what) => phone.Page.EvalOnSelectorAsync<double>(what, "e => e.getBoundingClientRect().bottom");

    private static Task<string> HeightAsync(Phone phone) => phone.Page.EvaluateAsync<string>("document.body.style.height");
}
