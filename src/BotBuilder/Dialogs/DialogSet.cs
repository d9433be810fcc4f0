namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs by id (bot-framework-api.md 6). Reading from several threads is safe once all are added.</summary>
public class DialogSet
{
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> _state;

    /// <summary>A set whose stack is kept by the given accessor.</summary>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _state = dialogState;
    }

    /// <summary>A set without a place for its stack: <see cref="CreateContextAsync"/> does not work.</summary>
    public DialogSet()
    {
    }

    /// <summary>
    /// Adds a dialog. When another has its id, the new one's id becomes the first free of id2, id3, …; adding the same one again
    /// changes nothing.
    /// </summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (_dialogs.TryGetValue(dialog.Id, out var present))
        {
            if (present == dialog)
            {
                return this;
            }

            var suffix = 2;
            while (_dialogs.ContainsKey(dialog.Id + suffix))
            {
                suffix++;
            }

            dialog.Id += suffix;
        }

        _dialogs[dialog.Id] = dialog;
        return this;
    }

    /// <summary>
    /// Reads the stack and makes a context on it. Throws <see cref="InvalidOperationException"/> when the set has no accessor.
    /// </summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_state is null)
        {
            throw new InvalidOperationException("This dialog set has no accessor for its stack; make the dialog context yourself.");
        }

        var state = await _state.GetAsync(turnContext, static () => new DialogState(), cancellationToken).ConfigureAwait(false);
        return new DialogContext(this, turnContext, state);
    }

    /// <summary>The dialog of that id, or null. Throws <see cref="ArgumentNullException"/> for an empty id or white space.</summary>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    /// <summary>All dialogs, in the order they were added.</summary>
    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;
}
