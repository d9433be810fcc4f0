using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>What is said once more, or taken back, loses nothing that was ordered or told.</summary>
public sealed class SaidAgainTests
{
    private static readonly TurnAdapter _adapter = Shipped.Adapter();

    [Theory]
    [InlineData(OverdoseResponseBot.AgainSame)]
    [InlineData(OverdoseResponseBot.AgainPlain)]
    public async Task An_order_to_give_the_next_dose_that_was_lost_on_its_way_comes_again_as_an_order(string again)
    {
        var given = await _adapter.RunAsync(Given.At("respond/compressions", sms: true), Given.Text("gave narcan"), Given.Now);
        var look = await _adapter.RunAsync(given.Record, Given.Activity(ActivityTypes.Event, a => a.Name = OverdoseResponseBot.ClockEvent), given.NextDue!.Value);
        var order = await _adapter.RunAsync(look.Record, Given.Text("7"), look.Record.LastLook!.Value.AddSeconds(10));
        order.Outgoing[^1].Text.ShouldContain("Next dose now");

        var lost = Given.Activity(ActivityTypes.Event, a =>
        {
            a.Name = OverdoseResponseBot.UndeliveredEvent;
            a.Value = new JObject { ["message"] = "0000003-01", ["step"] = "respond/compressions", ["again"] = again };
        });
        var resent = await _adapter.RunAsync(order.Record, lost, order.Record.LastHeard!.Value.AddSeconds(5));

        resent.Outgoing[^1].Text.ShouldContain("Next dose now");
        resent.NextDue.ShouldBe(order.NextDue, "no clock moves");
    }

    [Theory]
    [InlineData("wrong button, i gave the spray", 1, false)]
    [InlineData("wrong button, i called 911", 0, true)]
    [InlineData("wrong button", 0, false)]
    public async Task What_a_correction_tells_beside_it_is_kept(string text, int doses, bool called)
    {
        var before = Given.At("naloxone/spray") with { Stack = [new("naloxone", "spray", null), new("respond", "compressions", "compressions")] };
        var wrong = await _adapter.RunAsync(before, Given.Tap("naloxone/spray", "breathing-now"), Given.Now);
        var back = await _adapter.RunAsync(wrong.Record, Given.Text(text), Given.Now.AddSeconds(20));

        back.Record.Stack[0].ShouldBe(new Frame("naloxone", "spray", null));
        (back.Record.Doses.Length, back.Record.Has("called"), back.Record.Has("breathing")).ShouldBe((doses, called, false));
    }

    [Fact]
    public async Task Doses_that_are_told_again_and_again_are_the_same_and_do_not_let_the_record_grow()
    {
        var record = Given.At("respond/compressions");
        foreach (var (text, doses) in new[] { ("gave 2 sprays already", 2), ("gave 2 sprays already", 2), ("gave narcan 10 min ago", 3), ("gave narcan 10 min ago", 3) })
        {
            record = (await _adapter.RunAsync(record, Given.Text(text), record.LastHeard!.Value.AddSeconds(10))).Record;
            record.Doses.Length.ShouldBe(doses, text);
        }

        for (var i = 0; i < 30; i++)
        {
            record = (await _adapter.RunAsync(record, Given.Text("gave another dose"), record.LastHeard!.Value.AddMinutes(3))).Record;
        }

        record.Doses.Length.ShouldBe(20);
    }
}
