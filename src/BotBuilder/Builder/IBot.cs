namespace Microsoft.Bot.Builder;

/// <summary>A bot: what happens when an activity comes in.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
