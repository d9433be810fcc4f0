using System.Collections.Frozen;

namespace OverdoseBot.Bot.Tests.Dialogs;

public sealed class FrameStackTests
{
    [Fact]
    public void Every_step_of_every_script_loads_and_saves_as_itself()
    {
        foreach (var step in Shipped.Library.Scripts.Values.SelectMany(s => s.Steps))
        {
            Frame[] frames = [new(step.Place.Dialog, step.Place.Step, null)];

            FrameStack.Save(FrameStack.Load([.. frames], Shipped.Library).DialogStack, Shipped.Library).ShouldBe(frames);
        }
    }

    [Fact]
    public void Every_frame_not_only_the_top_one_becomes_an_instance_with_the_keys_the_SDK_expects()
    {
        var stack = FrameStack.Load([new("naloxone", "spray", null), new("respond", "breaths", "breaths")], Shipped.Library).DialogStack;

        stack.Select(i => i.Id).ShouldBe(["naloxone", "respond"]);
        foreach (var instance in stack)
        {
            var state = instance.State.ShouldBeOfType<Dictionary<string, object>>();
            state.Keys.ShouldBe(["options", "values", "instanceId", "stepIndex", "then"], ignoreOrder: true);
            state["values"].ShouldBeOfType<Dictionary<string, object>>().ShouldBeEmpty();
        }

        stack.Select(i => i.State["stepIndex"]).ShouldBe([Shipped.Step("naloxone/spray").Index, Shipped.Step("respond/breaths").Index]);
        stack.Select(FrameStack.GetThen).ShouldBe([null, "breaths"]);
    }

    [Theory]
    [InlineData("respond", "pulse-check")]
    [InlineData("ketamine", "start")]
    [InlineData("", "")]
    public void A_frame_that_no_script_knows_takes_the_whole_stack_to_the_fallback(string dialog, string step)
    {
        var stack = FrameStack.Load([new(dialog, step, null), new("respond", "breaths", "breaths")], Shipped.Library).DialogStack;

        stack.ShouldHaveSingleItem();
        FrameStack.Step(stack[0], Shipped.Library).Place.ShouldBe(Shipped.Library.Fallback);
    }

    [Fact]
    public void An_unknown_frame_below_a_known_one_takes_the_stack_to_the_fallback_too() =>
        FrameStack.Load([new("naloxone", "spray", null), new("gone", "gone", "gone")], Shipped.Library).DialogStack.Count.ShouldBe(1);

    [Fact]
    public void A_step_saved_under_its_old_name_is_found_and_saved_under_the_new_one()
    {
        var respond = Shipped.Library.Scripts["respond"];
        var named = respond with { ByName = respond.ByName.Append(new("check-breathing", respond.ByName["breathing"])).ToFrozenDictionary() };
        var library = Shipped.Library with
        {
            Scripts = Shipped.Library.Scripts.Select(s => s.Key == "respond" ? new(s.Key, named) : s).ToFrozenDictionary(),
        };

        var stack = FrameStack.Load([new("respond", "check-breathing", null)], library).DialogStack;

        FrameStack.Save(stack, library).ShouldBe([new Frame("respond", "breathing", null)]);
    }
}
