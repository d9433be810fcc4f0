using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Between a channel and a bot: runs turns through the middleware, and sends what they produce (bot-framework-api.md 4).</summary>
public abstract class BotAdapter
{
    /// <summary>The turn state's name for the activity that answers an invoke.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>An adapter without middleware.</summary>
    public BotAdapter()
    {
    }

    /// <summary>
    /// Called for whatever the middleware or the bot throws. Null lets the exception through to the caller of the pipeline.
    /// </summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    /// <summary>The layers around the bot.</summary>
    public MiddlewareSet MiddlewareSet { get; } = [];

    /// <summary>Adds the next layer inwards.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities to the channel and returns its ids, one for each, in order.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Replaces an activity on the channel.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Withdraws an activity from the channel.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a turn that no activity started, with an event in its place (bot-framework-api.md 4). As officially, the turn context is
    /// disposed as soon as the callback first waits for something: an adapter whose callbacks wait overrides this.
    /// </summary>
    public virtual Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        return RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>
    /// Runs the middleware and <paramref name="callback"/> for one turn. Sets the culture of the thread from the activity's locale when the
    /// system knows such a culture.
    /// </summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity is not { } activity)
        {
            // A context without an activity, possible only with an ITurnContext from elsewhere, runs no middleware and no error handler.
            if (callback is not null)
            {
                await callback(turnContext, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        if (activity.Locale is { } locale && Cultures.Find(locale) is { } culture)
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }

        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception).ConfigureAwait(false);
        }
    }
}
