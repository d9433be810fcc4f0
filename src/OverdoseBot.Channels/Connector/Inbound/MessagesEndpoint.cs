using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Schema;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// <c>POST /api/messages</c> (wire-protocols.md 2.1). A call is answered when its turn is kept, which takes milliseconds; the channel's
/// patience is 15 s. Replies go out on their own, except to who waits for them (<c>expectReplies</c>).
/// </summary>
internal sealed class MessagesEndpoint(ConnectorOptions options, Admission admission, Reception reception, ConnectorDelivery delivery)
{
    /// <summary>Where channels call.</summary>
    public const string Path = "/api/messages";

    private static readonly TimeSpan _channelsPatience = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveAsync);

    private async Task ReceiveAsync(HttpContext context)
    {
        var posted = await admission.AdmitAsync(context);
        if (posted.Type == ActivityTypes.Invoke)
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        // What the bot does not hear, known or not, is taken all the same (1.1).
        var waits = posted.DeliveryMode == DeliveryModes.ExpectReplies;
        var replies = IncomingActivity.Heard(posted) is { } inbound ? await TurnAsync(inbound, waits) : null;
        if (waits)
        {
            await JsonAnswer.WriteAsync(context, Written(replies));
        }
    }

    // What the channel can show as it is was written for the journal already.
    private static List<string> Written(TurnReplies? replies)
    {
        var pieces = new List<string> { "{\"activities\":[" };
        for (var i = 0; i < (replies?.Activities.Count ?? 0); i++)
        {
            if (i > 0)
            {
                pieces.Add(",");
            }

            var reply = replies!.Activities[i];
            pieces.Add(replies.Written is { } written && ChannelForm.Fits(reply) ? written[i] : ActivityJson.Write(ChannelForm.Shape(reply)));
        }

        pieces.Add("]}");
        return pieces;
    }

    private async Task<TurnReplies> TurnAsync(Activity inbound, bool waits)
    {
        var conversation = ConnectorKey.Conversation(options.AppId, inbound);
        var sms = ChannelRule.Of(inbound.ChannelId).Form == ChoiceForm.Numbers;
        var route = waits ? ReplyRoute.Caller(ConnectorDelivery.Target) : ReplyRoute.Outbox(ConnectorDelivery.Target);
        // A message that has arrived is answered, even if the channel lost its patience meanwhile.
        var replies = await reception.TakeAsync(conversation, ConnectorKey.Inbound(inbound), inbound, sms, route);
        if (replies.Turn == 0 && !waits)
        {
            await BringCardAsync(replies.Activities);
        }

        return replies;
    }

    // The store is away: nothing can be left there for later. A channel whose call fails tells its user, and may come again.
    private async Task BringCardAsync(IReadOnlyList<Activity> card)
    {
        using var enough = new CancellationTokenSource(_channelsPatience);
        if (!await delivery.DeliverNowAsync(card, enough.Token))
        {
            throw new Refusal(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The store is away. Try again shortly.");
        }
    }
}
