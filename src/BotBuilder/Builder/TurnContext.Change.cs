using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <content>Updating and deleting what was sent.</content>
public partial class TurnContext
{
    /// <inheritdoc/>
    public async Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(UpdateActivityAsync));
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return await UpdateThroughHandlersAsync(addressed, 0, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(DeleteActivityAsync));
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        await DeleteThroughHandlersAsync(reference, 0, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(DeleteActivityAsync));
        ArgumentNullException.ThrowIfNull(conversationReference);
        await DeleteThroughHandlersAsync(conversationReference, 0, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ResourceResponse> UpdateThroughHandlersAsync(Activity activity, int index, CancellationToken cancellationToken)
    {
        if (index == _onUpdate.Count)
        {
            return await Adapter.UpdateActivityAsync(this, activity, cancellationToken).ConfigureAwait(false);
        }

        return await _onUpdate[index](this, activity, NextAsync).ConfigureAwait(false);

        async Task<ResourceResponse> NextAsync()
        {
            // A handler sees the id the channel gave as soon as the next one is done.
            var response = await UpdateThroughHandlersAsync(activity, index + 1, cancellationToken).ConfigureAwait(false);
            activity.Id = response.Id;
            return response;
        }
    }

    private async Task DeleteThroughHandlersAsync(ConversationReference reference, int index, CancellationToken cancellationToken)
    {
        if (index == _onDelete.Count)
        {
            await Adapter.DeleteActivityAsync(this, reference, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _onDelete[index](this, reference, () => DeleteThroughHandlersAsync(reference, index + 1, cancellationToken))
            .ConfigureAwait(false);
    }
}
