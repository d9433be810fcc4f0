using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A conversation with a beginning and an end (bot-framework-api.md 6).</summary>
[DebuggerDisplay("{Id}")]
public abstract class Dialog
{
    /// <summary>The dialog waits for the next activity. One shared object: do not change it.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    // Officially the field, not the property, is what JSON sees of a dialog.
    [JsonProperty("id")]
    private string _id;

    /// <summary>A dialog of that id; see <see cref="OnComputeId"/> for null.</summary>
    public Dialog(string dialogId = null)
    {
        Id = dialogId;
    }

    /// <summary>Its name in a <see cref="DialogSet"/> and on the stack.</summary>
    [JsonIgnore]
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>The dialog was put on the stack.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>An activity came while the dialog was active. Ends the dialog unless overridden.</summary>
    public virtual async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        await dc.EndDialogAsync(null, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// A dialog this one had begun ended with <paramref name="result"/>. Ends with the same result unless overridden. Throws
    /// <see cref="ArgumentException"/> for a cancellation token in the place of a result.
    /// </summary>
    public virtual async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.ThrowIfToken(result, nameof(result));
        return await dc.EndDialogAsync(result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks again. Does nothing unless overridden.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The dialog is about to leave the stack. Does nothing unless overridden.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Differs when the dialog has changed so that what was kept may not fit: the id unless overridden.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>The id of a dialog that was given none: the class's name unless overridden.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}
