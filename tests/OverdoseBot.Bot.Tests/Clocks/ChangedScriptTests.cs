using System.Collections.Frozen;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Clocks;

/// <summary>A release may take away a step, or its clocks, while they run for somebody: what rings then says nothing, and the clocks of today are set.</summary>
public sealed class ChangedScriptTests
{
    private static readonly Activity _clock = Given.Activity(ActivityTypes.Event, a => a.Name = OverdoseResponseBot.ClockEvent);

    [Theory]
    [InlineData("respond/no-such-step", AlarmKind.Prompt, ClockPlan.Prompt)]
    [InlineData("respond/no-such-step", AlarmKind.Clock, "no-such-clock")]
    [InlineData("no-such-dialog/step", AlarmKind.Prompt, ClockPlan.Prompt)]
    [InlineData("respond/compressions", AlarmKind.Silence, ClockPlan.Silence)]
    [InlineData("respond/wake", AlarmKind.Prompt, ClockPlan.Prompt)]
    [InlineData("respond/compressions", AlarmKind.Clock, "no-such-clock")]
    [InlineData("respond/compressions", AlarmKind.Clock, "dose")]
    public async Task A_clock_that_the_scripts_no_longer_have_says_nothing_and_is_gone(string at, AlarmKind kind, string name)
    {
        var record = Given.At(at) with { Alarms = [new SetAlarm(kind, name, Given.Now)] };

        var turn = await Shipped.Adapter().RunAsync(record, _clock, Given.Now);

        turn.Error.ShouldBeNull();
        turn.Outgoing.ShouldBeEmpty();
        turn.Record.Alarms.ShouldNotContain(a => a.Kind == kind && a.Name == name && a.Due <= Given.Now + TimeSpan.FromSeconds(15));
        turn.NextDue.ShouldNotBeNull("the step's own clocks run");
    }

    [Fact]
    public async Task A_step_that_lost_its_prompts_goes_on_with_the_clocks_that_it_has()
    {
        var record = ClockPlan.Set(Given.At("respond/compressions"), Shipped.Library, Given.Now);
        var due = record.Alarms.Single(a => a.Kind == AlarmKind.Prompt).Due;

        var turn = await Without("respond/compressions").RunAsync(record, _clock, due);

        (turn.Error, turn.Outgoing.Count).ShouldBe((null, 0));
        turn.Record.Alarms.Select(a => a.Kind).ShouldBe([AlarmKind.End]);
    }

    [Fact]
    public void Clocks_whose_turn_failed_together_come_again_one_after_the_other()
    {
        var record = Given.At("respond/compressions") with { Alarms = [new(AlarmKind.Clock, "dose", Given.Now), new(AlarmKind.Handoff, ClockPlan.Person, Given.Now)] };

        var (kept, _) = SafeReply.For(record, Shipped.Library, _clock, Given.Now);

        kept.Alarms.Select(a => a.Due).ShouldBeUnique();
        kept.Alarms.ShouldAllBe(a => a.Due > Given.Now);
    }

    // What ships, but that the step never prompts.
    private static TurnAdapter Without(string place)
    {
        var step = Shipped.Step(place);
        var script = Shipped.Library.Scripts[step.Place.Dialog];
        var changed = script with
        {
            Steps = [.. script.Steps.Select(s => s == step ? s with { Prompts = null } : s)],
            ByName = script.ByName.ToFrozenDictionary(s => s.Key, s => s.Value == step ? s.Value with { Prompts = null } : s.Value),
        };
        var library = Shipped.Library with { Scripts = Shipped.Library.Scripts.ToFrozenDictionary(s => s.Key, s => s.Value == script ? changed : s.Value) };
        return new(library, new OverdoseResponseBot(library, Shipped.Reader));
    }
}
