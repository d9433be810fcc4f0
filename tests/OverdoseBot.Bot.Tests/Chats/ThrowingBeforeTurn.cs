using Microsoft.Bot.Builder;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Middleware in which every turn fails.</summary>
internal sealed class ThrowingBeforeTurn : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        throw new InvalidTimeZoneException("as tests want");
}
