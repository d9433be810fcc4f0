using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Hub;

/// <summary>Posts activities to the hub. When it cannot be reached for 30 seconds, or says no, the conversation is told and the steps go on.</summary>
internal sealed class HubSender(HubOptions options, HubTickets tickets, HubCases cases, OwnAddress address, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _callTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _failingSince = new();

    // The secret goes to the hub's address and nowhere else.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The deliverer of <see cref="HubNames.Target"/>.</summary>
    public async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        var activity = ActivityJson.Read(row.Body);
        var handoff = activity.Conversation.Id;
        if (activity.Type != ActivityTypes.EndOfConversation && await cases.FindAsync(row.Conversation, handoff, cancel) is null)
        {
            return Settled(row, new Delivery.Dropped("hand-off over") { Stale = true });
        }

        Address(activity, tickets.Seal(row.Conversation, handoff));
        switch (await PostAsync(activity, cancel))
        {
            case Answer.Taken:
                return Settled(row, new Delivery.Delivered());
            case Answer.Later when time.GetUtcNow() is var now && _failingSince.GetOrAdd(row.Number, now) is var since && now - since < _patience:
                var next = now + Backoff.After(row.Tries, _firstPause, _longestPause);
                return new Delivery.Retry(next < since + _patience ? next : since + _patience);
            default:
                return await GiveUpAsync(row, activity, handoff);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Delivery> GiveUpAsync(OutboxRow row, Activity activity, string handoff)
    {
        if (activity.Type != ActivityTypes.EndOfConversation
            && !await cases.TellAsync(row.Conversation, $"hub/lost/{row.Number}", HandOffEvents.OfLoss(handoff)))
        {
            return new Delivery.Retry(time.GetUtcNow() + _firstPause);
        }

        return Settled(row, new Delivery.Dropped("not taken"));
    }

    private Delivery Settled(OutboxRow row, Delivery outcome)
    {
        _failingSince.TryRemove(row.Number, out _);
        return outcome;
    }

    private void Address(Activity activity, string name)
    {
        var service = address.Of(options.PublicUrl, HubNames.Path);
        activity.ServiceUrl = service;
        activity.Conversation = new ConversationAccount { Id = name };
        if (activity.RelatesTo is { } reference)
        {
            (reference.ServiceUrl, reference.Conversation, reference.ActivityId) = (service, activity.Conversation, activity.Id);
        }
    }

    private async Task<Answer> PostAsync(Activity activity, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_callTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = new StringContent(ActivityJson.Write(activity), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Secret);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.IsSuccessStatusCode ? Answer.Taken : MayPass(response.StatusCode) ? Answer.Later : Answer.Refused;
        }
        catch (Exception away) when (away is HttpRequestException or IOException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Answer.Later;
        }
    }

    private static bool MayPass(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private enum Answer
    {
        Taken,
        Later,
        Refused,
    }
}
