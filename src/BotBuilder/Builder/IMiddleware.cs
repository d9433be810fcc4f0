namespace Microsoft.Bot.Builder;

/// <summary>The rest of the pipeline.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>A layer around the bot (bot-framework-api.md 4).</summary>
public interface IMiddleware
{
    /// <summary>Handles one activity; not awaiting <paramref name="next"/> keeps it from the inner layers and the bot.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
