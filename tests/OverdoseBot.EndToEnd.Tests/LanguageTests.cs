using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Spanish: asked for by the browser, chosen on the page in the middle of a case, or simply written.</summary>
[Collection(OnStage.Name)]
public sealed class LanguageTests(Stage stage)
{
    private const string Aloud = "window.read = []; speechSynthesis.speak = u => read.push(u.lang + ' ' + u.text);";

    [Theory]
    [InlineData(390, 844, false)]
    [InlineData(320, 568, true)]
    public async Task A_whole_emergency_in_Spanish(int width, int height, bool dark)
    {
        await using var phone = await stage.PhoneAsync(new() { Width = width, Height = height, Dark = dark, Locale = "es-MX" });
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("Llama ya al 911, en altavoz.");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await StateAsync(phone, "1-greeting");
        (string Tap, string Then)[] way =
        [
            ("Está pasando ahora", "Grita su nombre."), ("No despierta", "Mírale el pecho 10 segundos."),
            ("Lento o ronca, pero respira de verdad", "1 soplo cada 5 segundos"), ("No respira, o una bocanada de vez en cuando", "Empuja fuerte y rápido"),
            ("Aquí está el spray", "¿Es spray para la nariz o aguja?"), ("Spray para la nariz", "Aprieta fuerte"),
            ("Ya di el spray", "Empuja fuerte y rápido"), ("Respira normal", "Cuenta las veces que respira"),
            ("Llegó la ambulancia", "Diles a los paramédicos: "), ("Ya se encargan los paramédicos", "?"),
        ];
        foreach (var (at, (tap, then)) in way.Index())
        {
            await phone.TapAsync(tap);
            await phone.SeesAsync(then);
            await StateAsync(phone, $"{at + 2}");
        }

        (await phone.MineAsync()).ShouldBe(way.Select(w => $"Tú: {(w.Tap == "Llegó la ambulancia" ? "Ya llegó la ambulancia" : w.Tap)}"));
    }

    [Theory]
    [InlineData("es-MX", "", "es", "Está pasando ahora")]
    [InlineData("fr-FR", "", "en", "It is happening now")]
    [InlineData("es-ES", "?language=en", "en", "It is happening now")]
    [InlineData("en-US", "?language=es", "es", "Está pasando ahora")]
    public async Task The_first_screen_is_in_the_language_that_is_asked_for_and_is_not_drawn_twice(string locale, string ask, string language, string choice)
    {
        await using var phone = await stage.PhoneAsync(new()
        {
            Locale = locale,
            Ask = ask,
            Before = "window.drawn = 0; new MutationObserver(seen => drawn += seen.some(s => s.target.id === 'choices')).observe(document, { subtree: true, childList: true });",
        });
        await phone.OpenAndConnectAsync();
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(phone.Choices.First).ToHaveTextAsync(choice);
        (await phone.Page.EvaluateAsync<int>("drawn")).ShouldBe(1);
        (await phone.TranscriptAsync()).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Chosen_on_the_page_in_the_middle_the_chat_goes_on_at_its_step_in_that_language()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Aloud });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.Page.GetByLabel("Read each step to me").CheckAsync();
        await phone.ChooseAsync(language: "es");

        await phone.SeesAsync("¿Es spray para la nariz o aguja?");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("Empuja a 110 por minuto");
        (await phone.MineAsync()).ShouldBe(["Tú: They are not breathing", "Tú: Nose spray is here"]);
        await Expect(phone.Page.Locator("#log li:not(.mine)").First).ToHaveAttributeAsync("lang", "en");
        await phone.PictureAsync("language-changed");
        await phone.TapAsync("Spray para la nariz");
        await phone.SeesAsync("Aprieta fuerte");

        await phone.Page.ReloadAsync();
        await phone.SeesAsync("Aprieta fuerte");
        var bot = (await phone.TranscriptAsync()).EnumerateArray().Where(a => !a.GetProperty("mine").GetBoolean()).Select(a => a.GetProperty("text").GetString()!).ToList();
        bot.Count(t => t.Contains("¿Es spray para la nariz o aguja?", StringComparison.Ordinal)).ShouldBe(1);
        bot.Count(t => t.Contains("Aprieta fuerte", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_tap_that_was_not_sent_yet_is_not_lost_when_the_language_is_changed()
    {
        await using var wire = new Wire(stage.Service.Port);
        await using var phone = await stage.PhoneAsync(new() { Address = wire.Address, BadNetwork = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await phone.TapAsync("Nose spray is here");
        await phone.ChooseAsync(language: "es");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await phone.Page.UnrouteAllAsync();

        await phone.SeesAsync("¿Es spray para la nariz o aguja?");
        (await phone.MineAsync()).ShouldBe(["Tú: They are not breathing", "Tú: Nose spray is here"]);
    }

    [Fact]
    public async Task Who_writes_Spanish_on_the_English_page_is_answered_so_and_a_screen_reader_knows()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Aloud });
        await phone.OpenAndConnectAsync();
        await phone.Page.GetByLabel("Read each step to me").CheckAsync();
        await Expect(phone.Page.Locator("#other")).ToBeHiddenAsync();
        await phone.TypeAsync("mi amigo no respira");
        await phone.SeesAsync("Empuja fuerte y rápido");
        foreach (var part in new[] { "#said", "#choices", "#speak" })
        {
            await Expect(phone.Page.Locator(part)).ToHaveAttributeAsync("lang", "es");
        }

        await phone.UntilAsync("read.some(r => r.startsWith('es ') && r.includes('Empuja fuerte'))");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);

        var other = phone.Page.Locator("#other");
        await Expect(other).ToHaveTextAsync("Español");
        (await other.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        await phone.PictureAsync("answered-in-spanish");
        await other.ClickAsync();
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await phone.SeesAsync("Empuja fuerte y rápido");
        await Expect(phone.Page.Locator("#other")).ToBeHiddenAsync();
        (await phone.MineAsync()).ShouldBe(["Tú: mi amigo no respira"]);
    }

    [Fact]
    public async Task A_start_that_fails_half_way_still_begins_in_their_language()
    {
        await using var phone = await stage.PhoneAsync(new() { Ask = "?language=es&region=uk", BadNetwork = true });
        var failed = false;
        await phone.Page.RouteAsync("**/v3/directline/conversations", route =>
        {
            (var first, failed) = (!failed, true);
            return first ? route.AbortAsync() : route.ContinueAsync();
        });
        await phone.OpenAndConnectAsync();
        await phone.SeesAsync("Llama ya al 999, en altavoz.");
        await phone.TapAsync("No respira");
        await phone.SeesAsync("Empuja fuerte y rápido");
        failed.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_script_the_form_brings_the_page_in_that_language()
    {
        await using var phone = await stage.PhoneAsync(new() { NoScript = true });
        await phone.OpenAsync();
        await phone.ChooseAsync("uk", "es");
        await phone.SeesAsync("Llama ya al 999, en altavoz.");
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(phone.Call).ToHaveAttributeAsync("href", "tel:999");
        await Expect(phone.Page.Locator("#steps li")).ToHaveCountAsync(7);
        await phone.PictureAsync("without-script-es-uk");
    }

    private static async Task StateAsync(Phone phone, string name)
    {
        await phone.PictureAsync("es-" + name);
        await Expect(phone.Call).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Choices.First).ToBeInViewportAsync(new() { Ratio = 1 });
        (await Axe.CheckAsync(phone.Page)).ShouldBeGreaterThan(15);
    }
}
