using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// The stack of dialogs in one turn (bot-framework-api.md 6). Without the official one's memory scopes and events, of which nothing is
/// used here: those are what makes the official one cost tens of microseconds.
/// </summary>
[DebuggerDisplay("{GetType().Name}[{ActiveDialog?.Id}]")]
public partial class DialogContext
{
    /// <summary>A context on the stack of <paramref name="state"/>, which it changes in place.</summary>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    /// <summary>A context inside another one's turn.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext.Context, state)
    {
        Parent = parentDialogContext;
    }

    /// <summary>The dialogs that can be begun.</summary>
    public DialogSet Dialogs { get; private set; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; private set; }

    /// <summary>The dialogs begun and not ended, the active one first.</summary>
    public List<DialogInstance> Stack { get; private set; }

    /// <summary>The context this one is inside of, or null.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The dialog that gets the next activity, or null.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The dialog of that id, here or in a parent; null when there is none.</summary>
    public Dialog FindDialog(string dialogId)
    {
        try
        {
            return Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);
        }
        catch (Exception exception)
        {
            Describe(exception);
            throw;
        }
    }

    private async Task PopAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
        {
            return;
        }

        // An instance whose dialog is gone leaves silently.
        if (Dialogs.Find(instance.Id) is { } dialog)
        {
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken).ConfigureAwait(false);
        }

        Stack.RemoveAt(0);
    }

    // The innermost context that sees an exception writes down where the dialogs stood.
    private void Describe(Exception exception)
    {
        if (exception.Data.Contains(nameof(DialogContext)))
        {
            return;
        }

        var ids = new List<string>();
        for (var context = this; context is not null; context = context.Parent)
        {
            ids.AddRange(context.Stack.Select(instance => instance.Id));
        }

        exception.Data.Add(nameof(DialogContext), new Dictionary<string, object>
        {
            [nameof(ActiveDialog)] = ActiveDialog?.Id,
            [nameof(Parent)] = Parent?.ActiveDialog?.Id,
            [nameof(Stack)] = ids,
        });
    }
}
