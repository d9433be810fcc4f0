using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Dialogs;

[Trait("source", "bot-framework-api.md 6 and 10")]
public class WaterfallTests
{
    private readonly List<WaterfallStepContext> _steps = [];
    private readonly DialogState _state = new();
    private readonly DialogSet _dialogs = new();

    public WaterfallTests()
    {
        _dialogs.Add(new WaterfallDialog("w", [Wait, Wait, Wait]));
    }

    [Fact]
    public async Task Beginning_runs_step_0_and_keeps_options_values_a_GUID_and_the_index()
    {
        var dc = Turn();
        var result = await dc.BeginDialogAsync("w", "options");

        result.Status.ShouldBe(DialogTurnStatus.Waiting);
        var step = _steps.Single();
        (step.Index, step.Options, step.Reason, step.Result).ShouldBe((0, "options", DialogReason.BeginCalled, null));
        var state = dc.ActiveDialog.State.ShouldBeOfType<Dictionary<string, object>>();
        state.Keys.Order().ShouldBe(["instanceId", "options", "stepIndex", "values"]);
        Guid.TryParse(state["instanceId"].ShouldBeOfType<string>(), out _).ShouldBeTrue();
        state["stepIndex"].ShouldBe(0);
        state["values"].ShouldBeSameAs(step.Values);
    }

    [Fact]
    public async Task A_message_runs_the_next_step_with_its_text()
    {
        await Turn().BeginDialogAsync("w");
        await Turn("answer").ContinueDialogAsync();

        (_steps[1].Index, _steps[1].Reason, _steps[1].Result).ShouldBe((1, DialogReason.ContinueCalled, "answer"));
        _state.DialogStack[0].State["stepIndex"].ShouldBe(1);
    }

    [Fact]
    public async Task Anything_but_a_message_is_ignored()
    {
        await Turn().BeginDialogAsync("w");
        var dc = new DialogContext(_dialogs, Given.Turn(activity: Given.Incoming(ActivityTypes.Event, "text")), _state);

        (await dc.ContinueDialogAsync()).ShouldBeSameAs(Dialog.EndOfTurn);
        _steps.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Past_the_last_step_the_waterfall_ends_with_the_answer_as_its_result()
    {
        await Turn().BeginDialogAsync("w");
        await Turn("1").ContinueDialogAsync();
        await Turn("2").ContinueDialogAsync();
        var result = await Turn("3").ContinueDialogAsync();

        (result.Status, result.Result).ShouldBe((DialogTurnStatus.Complete, "3"));
        _state.DialogStack.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waterfall_without_steps_ends_at_once()
    {
        _dialogs.Add(new WaterfallDialog("empty"));

        (await Turn().BeginDialogAsync("empty")).Status.ShouldBe(DialogTurnStatus.Complete);
    }

    [Fact]
    public async Task Values_last_as_long_as_the_waterfall()
    {
        await Turn().BeginDialogAsync("w");
        _steps[0].Values["name"] = "value";
        await Turn("next").ContinueDialogAsync();

        _steps[1].Values["name"].ShouldBe("value");
    }

    [Fact]
    public async Task A_dialog_begun_by_a_step_gives_its_result_to_the_next_step()
    {
        _dialogs.Add(new WaterfallDialog("parent", [(step, token) => step.BeginDialogAsync("child", null, token), Wait]));
        _dialogs.Add(new WaterfallDialog("child", [Wait]));
        await Turn().BeginDialogAsync("parent");
        _steps.Clear();

        await Turn("from the child").ContinueDialogAsync();

        var step = _steps.Single();
        (step.Index, step.Reason, step.Result).ShouldBe((1, DialogReason.EndCalled, "from the child"));
        step.ActiveDialog.Id.ShouldBe("parent");
    }

    [Fact]
    public async Task Next_runs_the_next_step_in_the_same_turn_with_a_result()
    {
        _dialogs.Add(new WaterfallDialog("skip", [(step, token) => step.NextAsync("skipped", token)]).AddStep(Wait));
        await Turn().BeginDialogAsync("skip");

        var step = _steps.Single();
        (step.Index, step.Reason, step.Result).ShouldBe((1, DialogReason.NextCalled, "skipped"));
    }

    [Fact]
    public async Task Next_works_only_once_a_step()
    {
        await Turn().BeginDialogAsync("w");
        var step = _steps[0];
        await step.NextAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => step.NextAsync());
        await Should.ThrowAsync<ArgumentException>(() => _steps[1].NextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_step_works_on_the_same_stack_and_turn_and_is_inside_what_its_dialog_is_inside_of()
    {
        var dc = Turn();
        await dc.BeginDialogAsync("w");

        var step = _steps.Single();
        step.Stack.ShouldBeSameAs(_state.DialogStack);
        step.Context.ShouldBeSameAs(dc.Context);
        step.Dialogs.ShouldBeSameAs(_dialogs);
        step.Parent.ShouldBeNull();
    }

    [Fact]
    public async Task A_step_may_cancel_everything_and_begin_another_dialog()
    {
        _dialogs.Add(new WaterfallDialog("go", [async (step, token) =>
        {
            await step.CancelAllDialogsAsync(token);
            return await step.BeginDialogAsync("w", null, token);
        }
        ]));
        await Turn().BeginDialogAsync("w");
        await Turn().BeginDialogAsync("go");

        _state.DialogStack.Select(instance => instance.Id).ShouldBe(["w"]);
    }

    [Fact]
    public void The_version_is_the_id_and_the_number_of_steps()
    {
        new WaterfallDialog("w", [Wait]).AddStep(Wait).GetVersion().ShouldBe("w:2");
        Should.Throw<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null)).ParamName.ShouldBe("step");
    }

    private Task<DialogTurnResult> Wait(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        _steps.Add(step);
        return Task.FromResult(Dialog.EndOfTurn);
    }

    private DialogContext Turn(string text = "hello") => new(_dialogs, Given.Turn(activity: Given.Message(text)), _state);
}
