using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OverdoseBot.Replicas.Tests.Given;

/// <summary>One activity as a client got it.</summary>
internal sealed record Shown(string Id, string? Text, string? ReplyTo, string? ClientId);

/// <summary>A chat over Direct Line through whatever replica answers: calls that fail are made again, as clients do.</summary>
internal sealed partial class Visitor(HttpClient http, string token, string conversation)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private readonly List<Shown> _heard = [];
    private string _watermark = string.Empty;

    public string Conversation => conversation;

    /// <summary>What was kept and came to this client, in the order it came.</summary>
    public IReadOnlyList<Shown> Heard
    {
        get
        {
            lock (_heard)
            {
                return [.. _heard];
            }
        }
    }

    /// <summary>How often the emergency card came.</summary>
    public int Cards { get; private set; }

    /// <summary>How often the stream was opened.</summary>
    public int Streams { get; private set; }

    public static async Task<Visitor> JoinAsync(HttpClient http)
    {
        var token = (await CallAsync(http, HttpMethod.Post, "tokens/generate", null, null)).GetProperty("token").GetString()!;
        var started = await CallAsync(http, HttpMethod.Post, "conversations", token, null);
        return new Visitor(http, started.GetProperty("token").GetString()!, started.GetProperty("conversationId").GetString()!);
    }

    /// <summary>The same chat by another way, as another client of the same token.</summary>
    public Visitor Through(HttpClient way) => new(way, token, conversation);

    /// <summary>Posts until the service says that it has it; returns the id it gave. See <see cref="IsKept"/>.</summary>
    public async Task<string> PostAsync(string text, string clientId)
    {
        var body = new { type = "message", text, channelData = new { clientActivityID = clientId } };
        return (await CallAsync(http, HttpMethod.Post, $"conversations/{conversation}/activities", token, body)).GetProperty("id").GetString()!;
    }

    /// <summary>Whether an id is one of a turn: what was answered with the card while the store was away has another kind.</summary>
    public static bool IsKept(string id) => Kept().IsMatch(id);

    /// <summary>Everything that was kept.</summary>
    public async Task<IReadOnlyList<Shown>> TranscriptAsync()
    {
        var all = new List<Shown>();
        for (var watermark = string.Empty; ;)
        {
            var set = await CallAsync(http, HttpMethod.Get, $"conversations/{conversation}/activities?watermark={watermark}", token, null);
            var (shown, next) = Read(set);
            if (shown.Any(a => !IsKept(a.Id)))
            {
                // The store is away, and this is the card.
                await Task.Delay(_pause, TimeProvider.System);
                continue;
            }

            all.AddRange(shown);
            if (next == watermark)
            {
                return all;
            }

            watermark = next;
        }
    }

    /// <summary>Asks once for what is new.</summary>
    public async Task PollAsync() => Take(await CallAsync(http, HttpMethod.Get, $"conversations/{conversation}/activities?watermark={_watermark}", token, null));

    /// <summary>Listens on a stream of the next replica until it ends. Returns how the service closed it; null: it broke.</summary>
    public async Task<WebSocketCloseStatus?> ListenAsync(Uri replica, CancellationToken over)
    {
        var opening = await CallAsync(http, HttpMethod.Get, $"conversations/{conversation}?watermark={_watermark}", token, null);
        using var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(new UriBuilder(replica) { Scheme = "ws", Path = $"/v3/directline/conversations/{conversation}/stream", Query = Query(opening) }.Uri, over);
            Streams++;
            var buffer = new byte[64 * 1024];
            using var frame = new MemoryStream();
            while (await socket.ReceiveAsync(buffer, over) is { MessageType: WebSocketMessageType.Text } got)
            {
                frame.Write(buffer, 0, got.Count);
                if (got.EndOfMessage && frame.Length > 0)
                {
                    Take(JsonSerializer.Deserialize<JsonElement>(frame.ToArray()));
                    frame.SetLength(0);
                }
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, over);
            return socket.CloseStatus;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private static string Query(JsonElement opening) => new Uri(opening.GetProperty("streamUrl").GetString()!).Query;

    private void Take(JsonElement set)
    {
        var (shown, next) = Read(set);
        lock (_heard)
        {
            _heard.AddRange(shown.Where(a => IsKept(a.Id)));
        }

        Cards += shown.Any(a => !IsKept(a.Id) && a.ClientId is null) ? 1 : 0;
        _watermark = next;
    }

    private static (IReadOnlyList<Shown> Shown, string Watermark) Read(JsonElement set) => (
        [.. set.GetProperty("activities").EnumerateArray().Select(a => new Shown(
            a.GetProperty("id").GetString()!, Text(a, "text"), Text(a, "replyToId"),
            a.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object ? Text(data, "clientActivityID") : null))],
        set.GetProperty("watermark").GetString()!);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<JsonElement> CallAsync(HttpClient http, HttpMethod method, string path, string? token, object? body)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, "v3/directline/" + path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            try
            {
                using var answer = await http.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                {
                    return await answer.Content.ReadFromJsonAsync<JsonElement>();
                }

                ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(500, "nothing else is a reason to call again");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                // Nobody knows whether it arrived: the same call again.
            }

            await Task.Delay(_pause, TimeProvider.System);
        }
    }

    [GeneratedRegex(@"\|\d{7,}\.[0-9a-f]+(-\d\d)?$")]
    private static partial Regex Kept();
}
