using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>The calls of Direct Line 3.0 (wire-protocols.md 3.1).</summary>
internal sealed class Endpoints(
    DirectLineOptions options, TokenIssuer tokens, Conversations conversations, StreamHub hub, AddressLimits limits, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup(DirectLineNames.Path);
        calls.MapPost("/tokens/generate", GenerateAsync);
        calls.MapPost("/tokens/refresh", RefreshAsync);
        calls.MapPost("/conversations", StartAsync);
        calls.MapGet("/conversations/{id}", ReconnectAsync);
        calls.MapGet("/conversations/{id}/activities", ReadAsync);
        calls.MapPost("/conversations/{id}/activities", PostAsync);
        calls.MapPost("/conversations/{id}/upload", UploadAsync);
        calls.MapGet("/conversations/{id}/stream", StreamAsync);
        calls.MapFallback("/{**rest}", _ => throw Refusal.NotFound());
    }

    // A token costs nothing and begins nothing: whoever asks gets one.
    private async Task GenerateAsync(HttpContext context)
    {
        var secret = Caller.HasSecret(context.Request, tokens);
        if (!secret && (Bearer.Credential(context.Request) is not null || !options.AllowAnonymous))
        {
            throw Refusal.Unauthorized("Send the secret: Authorization: Bearer SECRET.");
        }

        var body = await VisitorBody.ReadAsync(context.Request);
        if (secret && body?.User?.Id is { Length: > 0 } && UserOf(body) is null)
        {
            throw Refusal.BadArgument("A user id begins with dl_ and has at most 64 characters.");
        }

        var visitor = tokens.NewVisitor(secret ? UserOf(body) : null);
        await AnswerAsync(context, new Opening(visitor.Conversation, tokens.Sign(visitor), tokens.Seconds, null));
    }

    private async Task RefreshAsync(HttpContext context)
    {
        var visitor = tokens.Renewed(Caller.Visitor(context.Request, tokens, refresh: true));
        await Body.IgnoreAsync(context.Request);
        await AnswerAsync(context, new Opening(visitor.Conversation, tokens.Sign(visitor), tokens.Seconds, null));
    }

    private async Task StartAsync(HttpContext context)
    {
        var secret = Caller.HasSecret(context.Request, tokens);
        var visitor = secret ? null : Caller.Visitor(context.Request, tokens);
        var body = await VisitorBody.ReadAsync(context.Request);
        // A client that was made with a secret sends an id of its own making here: a chat is not refused for that.
        visitor ??= tokens.NewVisitor(UserOf(body));
        var from = From(context);
        var began = from.Looks() ? await conversations.OpenAsync(visitor, ServiceUrl(context), from, body) : Beginning.Refused;
        await AnswerAsync(
            context, OpeningOf(context, visitor, began, Cursor.Start), began == Beginning.Earlier ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    // A known conversation never answers 404 (DL-21), and one that was lost starts anew under its name.
    private async Task ReconnectAsync(HttpContext context, string id)
    {
        var cursor = Cursor.Parse(context.Request.Query["watermark"]);
        var visitor = Reader(Caller.Visitor(context.Request, tokens, id), cursor);
        var from = From(context);
        var began = from.Looks() ? await conversations.OpenAsync(visitor, ServiceUrl(context), from) : Beginning.Refused;
        await AnswerAsync(context, OpeningOf(context, visitor, began, cursor));
    }

    private async Task ReadAsync(HttpContext context, string id)
    {
        var cursor = Cursor.Parse(context.Request.Query["watermark"]);
        var visitor = Reader(Caller.Visitor(context.Request, tokens, id), cursor);
        var set = await conversations.PollAsync(visitor, cursor, ServiceUrl(context), From(context), context.RequestAborted);
        await JsonAnswer.WriteAsync(context, set.ToJson());
    }

    private async Task PostAsync(HttpContext context, string id)
    {
        var visitor = Caller.Poster(context.Request, tokens, id);
        var post = InboundActivity.Read(await Body.TextAsync(context.Request), visitor, ServiceUrl(context));
        var posted = new Posted(await conversations.PostAsync(visitor, post, From(context)));
        await context.Response.WriteAsJsonAsync(posted, WireContext.Default.Posted, cancellationToken: context.RequestAborted);
    }

    private Task UploadAsync(HttpContext context, string id)
    {
        Caller.Poster(context.Request, tokens, id);
        throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "This service takes no files.");
    }

    private async Task StreamAsync(HttpContext context, string id)
    {
        if (tokens.Check(context.Request.Query["t"].ToString(), TokenUse.Stream, out var visitor) != TokenState.Good || visitor!.Conversation != id)
        {
            throw Refusal.Forbidden("The stream's address is too old or not ours. Ask for a new one: GET conversations/{id}.");
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw Refusal.BadArgument("This address is a WebSocket.");
        }

        var (cursor, from) = (Cursor.Parse(context.Request.Query["watermark"]), limits.Of(context));
        var looks = from.Looks();
        var began = looks ? await conversations.OpenAsync(Reader(visitor, cursor), ServiceUrl(context), from) : Beginning.Refused;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var signs = hub.Join(id);
        if (began is Beginning.Refused or Beginning.Missed)
        {
            foreach (var card in conversations.CardAt(visitor, cursor).Activities)
            {
                signs.Pass(card);
            }
        }

        var stream = new StreamSocket(socket, visitor, conversations, signs, time);
        await (looks ? stream.RunAsync(cursor, lifetime.ApplicationStopping) : stream.TurnAwayAsync(cursor));
    }

    // Whoever holds a watermark has read this conversation, whatever its token says.
    private static TokenClaims Reader(TokenClaims visitor, Cursor cursor) => visitor with { Begun = visitor.Begun || cursor != Cursor.Start };

    private Opening OpeningOf(HttpContext context, TokenClaims visitor, Beginning began, Cursor cursor)
    {
        visitor = visitor with { Begun = visitor.Begun || began is Beginning.Earlier or Beginning.Now };
        var root = Root(context);
        var scheme = root.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "wss" : "ws";
        var stream = $"{scheme}{root[root.IndexOf(':', StringComparison.Ordinal)..]}{DirectLineNames.Path}/conversations/{visitor.Conversation}/stream"
            + $"?watermark={cursor}&t={tokens.Sign(tokens.Stream(visitor))}";
        return new Opening(visitor.Conversation, tokens.Sign(tokens.Renewed(visitor)), tokens.Seconds, stream);
    }

    private string ServiceUrl(HttpContext context) => Root(context) + DirectLineNames.Path;

    private string Root(HttpContext context) =>
        options.PublicUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}";

    // A program with the secret speaks for many people.
    private AddressLimits.Caller From(HttpContext context) =>
        Caller.HasSecret(context.Request, tokens) ? limits.Of(context) with { IsLimited = false } : limits.Of(context);

    // Web Chat takes a user id from a token only when it begins so (3.2). Null: there is none, or it cannot be used.
    private static string? UserOf(VisitorBody? body) =>
        body?.User?.Id is { Length: <= 64 } id && id.StartsWith("dl_", StringComparison.Ordinal) && !id.Any(c => char.IsControl(c) || char.IsSurrogate(c)) ? id : null;

    private static Task AnswerAsync(HttpContext context, Opening opening, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(opening, WireContext.Default.Opening, cancellationToken: context.RequestAborted);
    }
}
