namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>A tap that was on its way while a clock led on: the person left no step, and what they tapped is true.</summary>
public sealed class LateTapTests
{
    private static readonly TurnAdapter _adapter = Shipped.Adapter();

    [Fact]
    public async Task A_dose_tapped_while_the_look_came_is_counted_and_starts_the_clock()
    {
        var shown = await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text("nose spray"), Given.Now);
        var look = await _adapter.RunAsync(shown.Record, Clock.Ring(), shown.NextDue!.Value);
        look.Record.Top()!.ToString().ShouldBe("respond/re-check");

        var late = await _adapter.RunAsync(look.Record, Given.Tap("naloxone/spray", "dose-given"), look.Record.LastLook!.Value.AddSeconds(2));

        (late.Record.Top()!.ToString(), late.Record.Doses.Length).ShouldBe(("respond/stay-on", 1));
        late.Outgoing[^1].Text.ShouldContain("I watch the clock");
        late.NextDue.ShouldBe(look.Record.LastLook!.Value.AddSeconds(2).AddMinutes(2));
    }

    [Fact]
    public async Task Breathing_tapped_while_silence_led_on_is_heard()
    {
        var asked = await _adapter.RunAsync(Given.At("respond/wake"), Given.Text("he wont wake up"), Given.Now);
        var again = await _adapter.RunAsync(asked.Record, Clock.Ring(), asked.NextDue!.Value);
        var pushes = await _adapter.RunAsync(again.Record, Clock.Ring(), again.NextDue!.Value);
        pushes.Record.Top()!.ToString().ShouldBe("respond/compressions");

        var late = await _adapter.RunAsync(pushes.Record, Given.Tap("respond/breathing", "normal"), again.NextDue!.Value.AddSeconds(1));

        late.Record.Top()!.ToString().ShouldBe("respond/recovery-position");
    }

    [Fact]
    public async Task What_is_heard_in_between_makes_the_old_button_old()
    {
        var shown = await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text("nose spray"), Given.Now);
        var look = await _adapter.RunAsync(shown.Record, Clock.Ring(), shown.NextDue!.Value);
        var heard = await _adapter.RunAsync(look.Record, Given.Text("breathing normally"), look.Record.LastLook!.Value.AddSeconds(5));

        var old = await _adapter.RunAsync(heard.Record, Given.Tap("naloxone/spray", "dose-given"), heard.Record.LastHeard!.Value.AddSeconds(5));

        (old.Record.Top()!.ToString(), old.Record.Doses.Length).ShouldBe(("respond/recovery-position", 0));
    }
}
