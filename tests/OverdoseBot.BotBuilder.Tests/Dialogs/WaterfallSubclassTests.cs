using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.BotBuilder.Tests.Dialogs;

/// <summary>What a scripted waterfall relies on: running a step by index, and exactly which state it must keep.</summary>
[Trait("source", "bot-framework-api.md 10")]
public class WaterfallSubclassTests
{
    private readonly List<string> _log = [];
    private readonly DialogState _state = new();
    private readonly DialogContext _dc;
    private readonly Scripted _dialog;

    public WaterfallSubclassTests()
    {
        _dialog = new Scripted("s", _log);
        _dc = new DialogContext(new DialogSet().Add(_dialog), Given.Turn(), _state);
    }

    [Fact]
    public async Task Any_step_can_be_run_by_index_and_is_wrapped_by_OnStep()
    {
        PutOnStack(Kept(0));
        await _dialog.RunAsync(_dc, 2, "result");

        _log.ShouldBe(["wrapped 2", "step 2 result"]);
        _dc.ActiveDialog.State["stepIndex"].ShouldBe(2);
    }

    [Fact]
    public async Task Run_past_the_last_step_the_dialog_ends()
    {
        PutOnStack(Kept(0));
        var result = await _dialog.RunAsync(_dc, 3, "result");

        (result.Status, result.Result).ShouldBe((DialogTurnStatus.Complete, "result"));
    }

    [Fact]
    public async Task Begin_may_be_overridden_without_the_base_when_the_state_has_every_key()
    {
        await _dc.BeginDialogAsync("s", 1);
        await _dc.ContinueDialogAsync();

        _log.ShouldBe(["wrapped 1", "step 1", "wrapped 2", "step 2 hello"]);
        _dc.ActiveDialog.State["instanceId"].ShouldBe(string.Empty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1L)]
    [InlineData("1")]
    [InlineData(1.0)]
    public async Task The_index_may_be_of_any_type_that_converts(object index)
    {
        PutOnStack(Kept(index));
        await _dc.ContinueDialogAsync();

        _log.ShouldBe(["wrapped 2", "step 2 hello"]);
    }

    [Fact]
    public async Task Values_must_be_a_dictionary_when_a_step_is_run()
    {
        var state = Kept(0);
        state["values"] = new JObject();
        PutOnStack(state);

        await Should.ThrowAsync<InvalidCastException>(() => _dc.ContinueDialogAsync());
    }

    [Theory]
    [InlineData("stepIndex")]
    [InlineData("values")]
    [InlineData("options")]
    [InlineData("instanceId")]
    public async Task Continuing_needs_every_key(string missing)
    {
        var state = Kept(0);
        state.Remove(missing);
        PutOnStack(state);

        await Should.ThrowAsync<KeyNotFoundException>(() => _dc.ContinueDialogAsync());
    }

    [Theory]
    [InlineData("stepIndex")]
    [InlineData("instanceId")]
    public async Task Cancelling_needs_the_index_and_the_instance_id(string missing)
    {
        var state = Kept(0);
        state.Remove(missing);
        PutOnStack(state);

        await Should.ThrowAsync<KeyNotFoundException>(() => _dc.CancelAllDialogsAsync());
    }

    [Fact]
    public async Task Cancelling_and_ending_need_nothing_else()
    {
        PutOnStack(new Dictionary<string, object> { ["stepIndex"] = 1L, ["instanceId"] = string.Empty });
        (await _dc.CancelAllDialogsAsync()).Status.ShouldBe(DialogTurnStatus.Cancelled);

        PutOnStack(new Dictionary<string, object> { ["instanceId"] = null });
        (await _dc.EndDialogAsync()).Status.ShouldBe(DialogTurnStatus.Complete);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public async Task Cancelling_at_an_index_that_is_no_step_throws_but_ending_there_does_not(int stale)
    {
        PutOnStack(Kept(stale));

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _dc.CancelAllDialogsAsync());
        (await _dc.EndDialogAsync()).Status.ShouldBe(DialogTurnStatus.Complete);
    }

    [Fact]
    public async Task Ending_without_an_instance_id_throws_and_leaves_the_dialog_on_the_stack()
    {
        PutOnStack([]);

        await Should.ThrowAsync<KeyNotFoundException>(() => _dc.EndDialogAsync());
        _dc.Stack.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_and_ending_need_exactly_a_dictionary()
    {
        _dc.Stack.Add(new DialogInstance { Id = "s", State = new SortedDictionary<string, object>(Kept(0)) });

        await Should.ThrowAsync<InvalidCastException>(() => _dc.CancelAllDialogsAsync());
        await Should.ThrowAsync<InvalidCastException>(() => _dc.EndDialogAsync());
        _dc.Stack.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replacing_asks_nothing_of_the_state()
    {
        _dc.Stack.Add(new DialogInstance { Id = "s" });
        await _dc.ReplaceDialogAsync("s", 0);

        _log.ShouldBe(["wrapped 0", "step 0"]);
        _dc.Stack.Count.ShouldBe(1);
    }

    private static Dictionary<string, object> Kept(object stepIndex) => new()
    {
        ["options"] = null,
        ["values"] = new Dictionary<string, object>(),
        ["instanceId"] = string.Empty,
        ["stepIndex"] = stepIndex,
    };

    private void PutOnStack(Dictionary<string, object> state)
    {
        _dc.Stack.Clear();
        _dc.Stack.Add(new DialogInstance { Id = "s", State = state });
    }

    private sealed class Scripted(string id, List<string> log) : WaterfallDialog(id, [Log(log), Log(log), Log(log)])
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc, object options = null, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in Kept(0))
            {
                dc.ActiveDialog.State[key] = value;
            }

            return RunStepAsync(dc, (int)options, DialogReason.BeginCalled, null, cancellationToken);
        }

        internal Task<DialogTurnResult> RunAsync(DialogContext dc, int index, object result) =>
            RunStepAsync(dc, index, DialogReason.NextCalled, result, CancellationToken.None);

        protected override Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
        {
            log.Add($"wrapped {stepContext.Index}");
            return base.OnStepAsync(stepContext, cancellationToken);
        }

        private static WaterfallStep Log(List<string> log) => (step, _) =>
        {
            log.Add($"step {step.Index} {step.Result}".TrimEnd());
            return Task.FromResult(EndOfTurn);
        };
    }
}
