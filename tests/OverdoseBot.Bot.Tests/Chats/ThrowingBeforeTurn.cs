using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Middleware that fails in one turn of all, or of those that a person caused.</summary>
internal sealed class ThrowingBeforeTurn(int turn, bool ringsToo) : IMiddleware
{
    private int _seen;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        (ringsToo || turnContext.Activity.Type != ActivityTypes.Event) && ++_seen == turn ? throw new InvalidTimeZoneException("as tests want") : next(cancellationToken);
}
