using Microsoft.AspNetCore.Http;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Who calls, from the <c>Authorization</c> header alone.</summary>
internal static class Caller
{
    /// <summary>Whether the server-side secret calls.</summary>
    public static bool HasSecret(HttpRequest request, TokenIssuer tokens) => tokens.HasSecret && Bearer.Credential(request) is { } credential && tokens.IsSecret(credential);

    /// <summary>The visitor of a token; of a conversation that the secret names.</summary>
    /// <param name="request">The call.</param>
    /// <param name="tokens">Checks it.</param>
    /// <param name="conversation">The conversation it must open; null: any.</param>
    /// <param name="refresh">True: the token is to be changed for a new one.</param>
    /// <exception cref="Refusal">401 without a token, 403 with a wrong or expired one.</exception>
    public static TokenClaims Visitor(HttpRequest request, TokenIssuer tokens, string? conversation = null, bool refresh = false)
    {
        var token = Bearer.Credential(request) ?? throw Refusal.Unauthorized("Send a token: Authorization: Bearer TOKEN.");
        if (conversation is not null && tokens.IsSecret(token))
        {
            return tokens.OfSecret(conversation) ?? throw Refusal.Forbidden("There is no such conversation.");
        }

        return tokens.Check(token, TokenUse.Rest, out var claims, refresh) switch
        {
            TokenState.Good when conversation is null || claims!.Conversation == conversation => claims!,
            TokenState.Expired => throw Refusal.Expired(),
            _ => throw Refusal.Forbidden("The token does not open this conversation."),
        };
    }

    /// <summary>The visitor who posts. A refused post never answers 403: that ends the whole chat in Web Chat (wire-protocols.md 3.5).</summary>
    /// <exception cref="Refusal">401.</exception>
    public static TokenClaims Poster(HttpRequest request, TokenIssuer tokens, string conversation)
    {
        try
        {
            return Visitor(request, tokens, conversation);
        }
        catch (Refusal refused) when (refused.Status == StatusCodes.Status403Forbidden)
        {
            throw new Refusal(StatusCodes.Status401Unauthorized, refused.Code, refused.Message);
        }
    }
}
