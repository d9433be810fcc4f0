using Microsoft.Bot.Builder;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Middleware that fails in one turn.</summary>
internal sealed class ThrowingBeforeTurn(int turn) : IMiddleware
{
    private int _seen;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        ++_seen == turn ? throw new InvalidTimeZoneException("as tests want") : next(cancellationToken);
}
