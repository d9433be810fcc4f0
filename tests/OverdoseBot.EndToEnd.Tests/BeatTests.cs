using System.Globalization;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace OverdoseBot.EndToEnd;

/// <summary>The beat: 110 a minute, by the page's own clock, without drift. <c>BEAT_SECONDS=300</c> measures five minutes.</summary>
[Collection(OnStage.Name)]
public sealed class BeatTests(Stage stage, ITestOutputHelper output)
{
    // Notes when each sound is planned for, and when each light comes on and which beat it is.
    private const string Listen =
        """
        window.tones = []; window.lights = []; window.beats = [];
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.tones.push(at); return start.call(this, at); };
        new MutationObserver(seen => { for (const s of seen) if (s.target.dataset?.beat !== s.oldValue) { window.lights.push(performance.now() / 1000); window.beats.push(Number(s.target.dataset.beat)); } })
          .observe(document, { subtree: true, attributeFilter: ['data-beat'], attributeOldValue: true });
        """;

    // As iPhones have it: a page that was never asked to sound within a tap or a key stays silent.
    private const string OnlyWithinATap =
        """
        {
          let tap = false, allowed = false;
          for (const event of ['click', 'submit']) addEventListener(event, () => { tap = true; setTimeout(() => tap = false); }, true);
          const resume = AudioContext.prototype.resume;
          AudioContext.prototype.resume = function () { allowed ||= tap; return allowed ? resume.call(this) : new Promise(() => {}); };
          window.AudioContext = class extends AudioContext { constructor() { super(); this.suspend(); } };
        }
        """;

    private static readonly int _seconds = int.Parse(Environment.GetEnvironmentVariable("BEAT_SECONDS") ?? "12", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Sound_and_light_keep_110_a_minute_without_drift()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Listen });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound off");
        await phone.UntilAsync($"tones.length > {_seconds} * 110 / 60 + 2", _seconds + 60);
        var tones = await phone.Page.EvaluateAsync<double[]>("tones");
        var lights = await phone.Page.EvaluateAsync<double[]>("lights");
        var shown = await phone.Page.EvaluateAsync<double[]>("beats");

        // A page that was kept from its work for longer than it plans ahead leaves beats out; it may not shift them.
        var sounded = tones.Select(t => Math.Round((t - tones[0]) * 110 / 60)).ToArray();
        sounded.Zip(sounded.Skip(1)).Count(pair => pair.Second - pair.First == 1).ShouldBeGreaterThan(tones.Length / 2, "not every second beat only");
        sounded.ShouldBeUnique();
        Judge("sound", tones, sounded, 0.0005);
        Judge("light", lights, shown, 0.05);
    }

    [Fact]
    public async Task The_sound_is_off_on_a_call_and_one_tap_turns_it_on()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Listen });
        await phone.OpenAndConnectAsync();
        await phone.Page.Locator("#call").ClickAsync();
        await phone.ReachCompressionsAsync();
        var sound = phone.Page.Locator("#sound");
        await Expect(sound).ToHaveTextAsync("Sound on");
        await phone.UntilAsync("lights.length > 3");
        (await phone.Page.EvaluateAsync<int>("tones.length")).ShouldBe(0);
        await sound.ClickAsync();
        await Expect(sound).ToHaveTextAsync("Sound off");
        await phone.UntilAsync("tones.length > 2");
        await sound.ClickAsync();
        await Expect(sound).ToHaveTextAsync("Sound on");
        await sound.ClickAsync();
        await phone.Page.Locator("#call").ClickAsync();
        await Expect(sound).ToHaveTextAsync("Sound on");
    }

    [Fact]
    public async Task Where_sound_must_be_asked_for_within_a_tap_the_beat_begins_by_itself()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Listen + OnlyWithinATap });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound off");
        await phone.UntilAsync("tones.length > 2");

        // A page that was loaded again has not been tapped yet: its next tap is enough.
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound on");
        await phone.TypeAsync("ok");
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound off");
        await phone.Page.Locator("#sound").ClickAsync();
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound on");
        await phone.TypeAsync("ok");
        await phone.UntilAsync("document.getElementById('you').textContent === '' || !document.getElementById('you').textContent.includes('not sent')");
        await Expect(phone.Page.Locator("#sound")).ToHaveTextAsync("Sound on");
    }

    [Fact]
    public async Task However_often_the_pace_changes_one_light_is_drawn_once()
    {
        const string Count =
            """
            window.drawing = new Set(); window.most = 0;
            const { setTimeout, clearTimeout } = window;
            window.setTimeout = (run, time, ...more) => {
              const id = setTimeout(() => { drawing.delete(id); run(); }, time, ...more);
              if (time === 30) window.most = Math.max(most, drawing.add(id).size);
              return id;
            };
            window.clearTimeout = id => { drawing.delete(id); clearTimeout(id); };
            """;
        await using var phone = await stage.PhoneAsync(new() { Before = Count });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.TypeAsync("breathing slow");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("breaths a minute");
        await phone.TypeAsync("not breathing");
        await Expect(phone.Page.Locator("#beat")).ToContainTextAsync("Push at");
        (await phone.Page.EvaluateAsync<int>("most")).ShouldBe(1);
    }

    [Fact]
    public async Task With_reduced_motion_the_light_changes_and_does_not_move()
    {
        await using var phone = await stage.PhoneAsync(new() { Before = Listen, Still = true });
        await phone.OpenAndConnectAsync();
        await phone.ReachCompressionsAsync();
        await phone.UntilAsync("lights.length > 3");
        (await phone.Page.EvalOnSelectorAsync<string>("#light", "i => getComputedStyle(i).transform")).ShouldBe("none");
    }

    // How late each beat is against a perfect row of beats. Late frames are no drift: the most punctual of the first and of the last
    // quarter are compared.
    private void Judge(string what, double[] times, double[] beats, double most)
    {
        var late = times.Select((t, i) => t - (beats[i] * 60 / 110)).ToArray();
        var quarter = late.Length / 4;
        var drift = late[^quarter..].Min() - late[..quarter].Min();
        var window = times[^1] - times[0];
        var rate = 110 * (1 - (drift / window));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {beats.Length} beats in {window:0.0} s, {rate:0.000} a minute, drift {drift * 1000:0.00} ms"));
        rate.ShouldBeInRange(109, 111);
        Math.Abs(drift).ShouldBeLessThan(most);
    }
}
