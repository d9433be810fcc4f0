using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Http;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Hub;

/// <summary>
/// What the hub posts to <c>{serviceUrl}/v3/conversations/{id}/activities</c> (and <c>/{activityId}</c>), as the Bot Connector's clients do. Messages
/// and the states of a hand-off reach the conversation; whatever else there may be is answered 200 and changes nothing.
/// </summary>
internal sealed class HubEndpoints(HubOptions options, HubTickets tickets, HubCases cases)
{
    private const string Failed = "failed";
    private const string Completed = "completed";

    public void Map(IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup(HubNames.Path);
        calls.MapPost("/v3/conversations/{id}/activities", TakeAsync);
        calls.MapPost("/v3/conversations/{id}/activities/{activityId}", TakeAsync);
        calls.MapFallback("/{**rest}", _ => throw Refusal.NotFound());
    }

    private async Task TakeAsync(HttpContext context, string id)
    {
        Authorize(context);
        var (conversation, handoff) = tickets.Open(id) ?? throw Over();
        var activity = await ReadAsync(context.Request);
        try
        {
            var open = await cases.FindAsync(conversation, handoff, context.RequestAborted) ?? throw Over();
            if (Event(activity, open) is { } happening && !await cases.TellAsync(conversation, HubCases.KeyOf(handoff, activity.Id), happening))
            {
                throw Away();
            }
        }
        catch (JournalException)
        {
            throw Away();
        }

        await context.Response.WriteAsJsonAsync(new Posted(activity.Id ?? string.Empty), WireContext.Default.Posted, cancellationToken: context.RequestAborted);
    }

    private void Authorize(HttpContext context)
    {
        if (Bearer.Credential(context.Request) is not { } given)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            throw Refusal.Unauthorized("Send the secret: Authorization: Bearer SECRET.");
        }

        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret))))
        {
            throw Refusal.Forbidden("This is not the secret of the hub.");
        }
    }

    private static async Task<Activity> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "Send an activity as application/json.");
        }

        return PostedActivity.Parse(await Body.TextAsync(request));
    }

    /// <summary>What the conversation is told; null: nothing.</summary>
    private static Activity? Event(Activity activity, Handoff open) => activity.Type switch
    {
        ActivityTypes.Message => HandOffEvents.OfText(open.Id, Text(activity, open)),
        ActivityTypes.Event when activity.Name == HandOffEvents.Status => HandOffEvents.OfStatus(open.Id, State(activity.Value)),
        ActivityTypes.EndOfConversation => HandOffEvents.OfStatus(open.Id, open.Here ? Completed : Failed),
        _ => null,
    };

    private static string Text(Activity message, Handoff open)
    {
        if (!open.Here)
        {
            throw Refusal.Forbidden("Nobody was told yet that a person is here. Send handoff.status with the state accepted first.");
        }

        if (message.Text?.Length > PersonText.Most)
        {
            throw Refusal.TooLarge("A text may have 1,000 characters.");
        }

        return PersonText.Clean(message.Text) is { Length: > 0 } text ? text : throw Refusal.BadArgument("Only text is passed on, and this message has none.");
    }

    private static string? State(object? value) => ((value as JObject)?["state"] as JValue)?.Value is string state ? state.Trim().ToLowerInvariant() : null;

    private static Refusal Over() => new(StatusCodes.Status404NotFound, "NotFound", "There is no such hand-off, or it is over.");

    private static Refusal Away() => new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The store is away. Send it again shortly.");
}
