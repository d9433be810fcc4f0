using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>Keyboard, screen reader, read-aloud, a screen that stays on.</summary>
[Collection(OnStage.Name)]
public sealed class ForEveryoneTests(Stage stage)
{
    // Notes what the live region says.
    private const string Hear =
        """
        window.heard = [];
        addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
          const text = document.getElementById('speak').textContent;
          if (text) window.heard.push(text);
        }).observe(document.getElementById('speak'), { childList: true, characterData: true, subtree: true }));
        """;

    [Fact]
    public async Task A_screen_reader_hears_each_new_action_once_and_at_once()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Hear });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await phone.UntilAsync("heard.length >= 2");
        var heard = await phone.Page.EvaluateAsync<string[]>("heard");
        heard.Length.ShouldBe(2);
        heard[0].ShouldContain("Push hard and fast");
        heard[1].ShouldContain("Is it a nose spray or a needle?");
        await Expect(phone.Page.Locator("[aria-live], [role=alert], [role=status], [role=log]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_whole_way_by_keyboard()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await PressUntilAsync(phone, "They are not breathing");
        await phone.SeesAsync("Push hard and fast");
        await PressUntilAsync(phone, "Nose spray is here");
        await phone.SeesAsync("Is it a nose spray or a needle?");
        await PressUntilAsync(phone, "Crew is here");
        await phone.SeesAsync("Tell the crew: ");
    }

    [Fact]
    public async Task Typing_is_never_interrupted()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        await phone.TapAsync("They are not breathing");
        await phone.Page.Locator("#text").FocusAsync();
        await phone.Page.Keyboard.TypeAsync("hello");
        await phone.SeesAsync("Push hard and fast");
        await Expect(phone.Page.Locator("#text")).ToBeFocusedAsync();
        await Expect(phone.Page.Locator("#text")).ToHaveValueAsync("hello");
    }

    [Fact]
    public async Task Steps_are_read_aloud_when_asked()
    {
        await using var phone = await stage.PhoneAsync(new()
        {
            Before = "window.read = []; speechSynthesis.speak = u => read.push(u.lang + ' ' + u.text); speechSynthesis.cancel = () => read.push('silence');",
        });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        (await phone.Page.EvaluateAsync<string[]>("read")).ShouldAllBe(r => r == "silence");

        // The step on the screen at once, within the tap: iPhones speak later only if they did then.
        await phone.Page.EvaluateAsync("window.read = []");
        await phone.Page.EvalOnSelectorAsync("#aloud", "box => { box.click(); window.within = read.at(-1); }");
        (await phone.Page.EvaluateAsync<string>("within")).ShouldContain("Push hard and fast");
        await phone.Page.GetByLabel("Read each step to me").UncheckAsync();
        (await phone.Page.EvaluateAsync<string>("read.at(-1)")).ShouldBe("silence");
        await phone.Page.GetByLabel("Read each step to me").CheckAsync();
        await phone.TapAsync("Nose spray is here");
        await phone.UntilAsync("read.some(r => r.startsWith('en ') && r.includes('Is it a nose spray or a needle?'))");
    }

    [Fact]
    public async Task The_screen_stays_on_while_a_beat_or_clock_runs()
    {
        await using var phone = await stage.PhoneAsync(new()
        {
            Before = "window.locks = 0; navigator.wakeLock.request = async () => { locks++; return { released: false, release: async () => { locks--; } }; };",
        });
        await phone.OpenAndConnectAsync();
        (await phone.Page.EvaluateAsync<int>("locks")).ShouldBe(0);
        await phone.ReachCompressionsAsync();
        await phone.UntilAsync("locks === 1");
    }

    [Fact]
    public async Task The_bot_is_told_of_a_tap_on_the_call_button_and_the_chat_stays()
    {
        await using var phone = await stage.PhoneAsync();
        await phone.OpenAndConnectAsync();
        var told = phone.Page.WaitForRequestAsync(r => r.Method == "POST" && (r.PostData ?? "").Contains("\"name\":\"call-tapped\"", StringComparison.Ordinal));
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Call 911" }).ClickAsync();
        (await told).PostData!.ShouldContain("\"type\":\"event\"");
        await phone.ReachCompressionsAsync();
    }

    private static async Task PressUntilAsync(Phone phone, string label)
    {
        var button = phone.Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });
        for (var i = 0; i < 30 && !await button.EvaluateAsync<bool>("b => b === document.activeElement"); i++)
        {
            await phone.Page.Keyboard.PressAsync("Tab");
        }

        await Expect(button).ToBeFocusedAsync();
        await phone.Page.Keyboard.PressAsync("Enter");
    }
}
