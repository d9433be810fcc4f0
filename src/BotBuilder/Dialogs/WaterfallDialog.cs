using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A dialog of steps, one an answer (bot-framework-api.md 6 and 10). It keeps <c>options</c>, <c>values</c>, <c>instanceId</c> and
/// <c>stepIndex</c> in the instance's state. Without the official one's telemetry, but with everything that makes it throw.
/// </summary>
public class WaterfallDialog : Dialog
{
    private const string OptionsKey = "options";
    private const string ValuesKey = "values";
    private const string InstanceIdKey = "instanceId";
    private const string StepIndexKey = "stepIndex";

    private readonly List<WaterfallStep> _steps;

    /// <summary>A waterfall of the given steps, copied.</summary>
    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null)
        : base(dialogId)
    {
        _steps = actions is null ? [] : [.. actions];
    }

    /// <summary>The id and the number of steps, <c>id:3</c>.</summary>
    public override string GetVersion() => $"{Id}:{_steps.Count}";

    /// <summary>Adds a last step.</summary>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
        return this;
    }

    /// <summary>Runs the first step, under a new GUID as instance id.</summary>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        Misplaced.ThrowIfToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(dc);

        var state = dc.ActiveDialog.State;
        state[OptionsKey] = options;
        state[ValuesKey] = new Dictionary<string, object>();
        state[InstanceIdKey] = Guid.NewGuid().ToString();
        return await RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the next step with the message's text as its result; anything but a message is ignored.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var activity = dc.Context.Activity;
        return activity.Type == ActivityTypes.Message
            ? await ResumeDialogAsync(dc, DialogReason.ContinueCalled, activity.Text, cancellationToken).ConfigureAwait(false)
            : EndOfTurn;
    }

    /// <summary>Runs the step after the one that was kept.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var index = KeptIndex(dc.ActiveDialog.State);
        return await RunStepAsync(dc, index + 1, reason, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The waterfall leaves the stack. Ended or cancelled, it throws <see cref="InvalidCastException"/> for a state that is not a
    /// <see cref="Dictionary{TKey, TValue}"/> and <see cref="KeyNotFoundException"/> for one without <c>instanceId</c>; cancelled, also
    /// <see cref="KeyNotFoundException"/> without <c>stepIndex</c> and <see cref="ArgumentOutOfRangeException"/> for one that is no step.
    /// </summary>
    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        // Officially read for telemetry. What state we keep must satisfy it, so the subset asks for the same.
        if (reason is DialogReason.CancelCalled or DialogReason.EndCalled)
        {
            var state = (Dictionary<string, object>)instance.State;
            ArgumentNullException.ThrowIfNull(state, "dictionary");
            if (reason == DialogReason.CancelCalled)
            {
                _ = _steps[KeptIndex(state)];
            }

            _ = state[InstanceIdKey];
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Runs one step; override to wrap all of them. Throws <see cref="ArgumentOutOfRangeException"/> for an index that is no step and
    /// <see cref="KeyNotFoundException"/> when the state has no <c>instanceId</c>.
    /// </summary>
    protected virtual async Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        var step = _steps[stepContext.Index];
        _ = stepContext.ActiveDialog.State[InstanceIdKey];
        return await step(stepContext, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the index and runs that step; past the last step, ends the dialog with the result.</summary>
    protected async Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
        {
            return await dc.EndDialogAsync(result, cancellationToken).ConfigureAwait(false);
        }

        var state = dc.ActiveDialog.State;
        state[StepIndexKey] = index;
        var values = (IDictionary<string, object>)state[ValuesKey];
        var stepContext = new WaterfallStepContext(this, dc, state[OptionsKey], values, index, reason, result);
        return await OnStepAsync(stepContext, cancellationToken).ConfigureAwait(false);
    }

    // A store that keeps JSON gives numbers back as 64 bits.
    private static int KeptIndex(IDictionary<string, object> state) =>
        Convert.ToInt32(state[StepIndexKey], CultureInfo.InvariantCulture);
}
