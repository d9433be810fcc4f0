namespace Microsoft.Bot.Builder.Dialogs;

/// <content>What moves the stack. Every exception leaves with the stack's description in its data.</content>
public partial class DialogContext
{
    /// <summary>
    /// Puts a dialog on the stack and begins it. Throws <see cref="ArgumentNullException"/> for an empty id, <see cref="ArgumentException"/>
    /// for an unknown one.
    /// </summary>
    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            if (string.IsNullOrEmpty(dialogId))
            {
                throw new ArgumentNullException(nameof(dialogId));
            }

            var dialog = FindDialog(dialogId)
                ?? throw new ArgumentException($"There is no dialog '{dialogId}' to begin in this dialog set or its parents.");
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    /// <summary>
    /// Gives the turn's activity to the active dialog. Throws <see cref="InvalidOperationException"/> when the stack names an unknown one.
    /// </summary>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return ActiveDialog is { } instance
                ? await Known(instance, "continue").ContinueDialogAsync(this, cancellationToken).ConfigureAwait(false)
                : new DialogTurnResult(DialogTurnStatus.Empty);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    /// <summary>
    /// Ends the active dialog and resumes the one below with <paramref name="result"/>. Throws <see cref="InvalidOperationException"/> when
    /// that one is unknown.
    /// </summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        try
        {
            Misplaced.ThrowIfToken(result, nameof(result));
            await PopAsync(DialogReason.EndCalled, cancellationToken).ConfigureAwait(false);
            return ActiveDialog is { } below
                ? await Known(below, "resume")
                    .ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken).ConfigureAwait(false)
                : new DialogTurnResult(DialogTurnStatus.Complete, result);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    /// <summary>Takes every dialog off the stack, the active one first, telling each that it is cancelled.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (Stack.Count == 0 && Parent is null)
            {
                return new DialogTurnResult(DialogTurnStatus.Empty);
            }

            while (Stack.Count > 0)
            {
                // Officially the dialogs are not given the token here: once begun, cancelling is finished.
                await PopAsync(DialogReason.CancelCalled, CancellationToken.None).ConfigureAwait(false);
            }

            return new DialogTurnResult(DialogTurnStatus.Cancelled);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    /// <summary>Takes the active dialog off the stack without resuming the one below, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            Misplaced.ThrowIfToken(options, nameof(options));
            await PopAsync(DialogReason.ReplaceCalled, cancellationToken).ConfigureAwait(false);
            return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    /// <summary>
    /// Lets the active dialog, if any, ask again. Throws <see cref="InvalidOperationException"/> when the stack names an unknown one.
    /// </summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (ActiveDialog is { } instance)
            {
                await Known(instance, "reprompt").RepromptDialogAsync(Context, instance, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    private Dialog Known(DialogInstance instance, string purpose) =>
        FindDialog(instance.Id)
        ?? throw new InvalidOperationException($"The stack has a dialog '{instance.Id}' to {purpose}, but there is none of that id.");
}
