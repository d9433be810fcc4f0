using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Connector;

/// <summary>Sends a reply to its channel over the connector's REST interface (wire-protocols.md 2.2).</summary>
internal sealed class ConnectorClient(TrustedHosts hosts, BotToken token) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // A channel that sends us elsewhere is not the one that we trust.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = _patience,
    };

    /// <summary>Sends it; null: its serviceUrl may have no reply.</summary>
    /// <exception cref="HttpRequestException">The channel cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It does not answer in ten seconds, or <paramref name="cancel"/>.</exception>
    /// <exception cref="BotTokenException">The bot cannot prove who it is now.</exception>
    public async Task<HttpResponseMessage?> SendAsync(Activity reply, CancellationToken cancel)
    {
        if (hosts.Trust(reply.ServiceUrl) is not { } service)
        {
            return null;
        }

        // Ids and times are the channel's to give.
        (reply.Id, reply.Timestamp) = (null, null);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(service, reply))
        {
            Content = new StringContent(ActivityJson.Write(ChannelForm.Shape(reply)), Encoding.UTF8, "application/json"),
        };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("OverdoseBot", "1.0"));
        var proof = await token.GetAsync(cancel);
        if (proof is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", proof);
        }

        var answer = await _http.SendAsync(request, cancel);
        if (proof is not null && answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            token.Forget(proof);
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    // Ids contain "|", "+", ":" and ";". Every channel knows the reply to an activity; a clock answers nothing.
    private static Uri Address(Uri service, Activity reply)
    {
        var activities = $"{service.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(reply.Conversation.Id)}/activities";
        return new Uri(reply.ReplyToId is { Length: > 0 } id ? $"{activities}/{Uri.EscapeDataString(id)}" : activities);
    }
}
