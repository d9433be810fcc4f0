using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Lets a call to <c>/api/messages</c> in, or refuses it: media type, caller, token, body, and what the token says of the body, in this order.</summary>
internal sealed class Admission(ConnectorOptions options, TokenCheck tokens, TrustedHosts hosts, RefusalLog refusals)
{
    private static readonly int _retryAfter = (int)SigningKeys.Pause.TotalSeconds;

    /// <summary>The activity of a call that may come in.</summary>
    /// <exception cref="Refusal">It may not.</exception>
    public async Task<Activity> AdmitAsync(HttpContext context)
    {
        try
        {
            var sender = await SenderAsync(context);
            var activity = PostedActivity.Parse(await Body.TextAsync(context.Request));
            sender.Vouch(activity);
            return hosts.Trust(activity.ServiceUrl) is not null
                ? activity
                : throw Refusal.Forbidden("Replies may not be sent to this serviceUrl.");
        }
        catch (Refusal refused)
        {
            refusals.Note(refused);
            throw;
        }
    }

    private async ValueTask<Sender> SenderAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "NotSupported", "Send an activity: Content-Type: application/json.");
        }

        if (options.OnlyThisMachine && !LocalCaller.Is(context))
        {
            throw Refusal.Forbidden("Only programs on this machine are served: no MicrosoftAppId is set.");
        }

        var credential = Bearer.Credential(context.Request);
        if (options.AppId is null)
        {
            // Whoever sends a token expects it to be checked.
            return context.Request.Headers.Authorization.Count == 0
                ? Sender.ThisMachine
                : throw Refusal.Unauthorized("No MicrosoftAppId is set, so that no token can be checked. Send none.");
        }

        try
        {
            return await tokens.SenderAsync(credential);
        }
        catch (KeysAwayException)
        {
            context.Response.Headers.RetryAfter = _retryAfter.ToString(CultureInfo.InvariantCulture);
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The signing keys cannot be fetched now. Try again shortly.");
        }
    }
}
