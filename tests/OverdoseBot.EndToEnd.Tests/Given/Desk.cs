using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace OverdoseBot.EndToEnd;

/// <summary>A hub with one person at its desk: takes what the service posts, and posts back what the test says.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const string Secret = "desk-secret-0123456789";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new() { DefaultRequestHeaders = { { "Authorization", "Bearer " + Secret } } };
    private readonly Channel<JsonElement> _got = Channel.CreateUnbounded<JsonElement>();
    private readonly string _url = $"http://127.0.0.1:{Ports.Free()}/";
    private readonly Task _taking;
    private string _back = "";

    public Desk()
    {
        _listener.Prefixes.Add(_url);
        _listener.Start();
        _taking = TakeAsync();
    }

    public (string Name, string Value)[] Settings => [("HumanLine__Hub", _url), ("HumanLine__Secret", Secret)];

    /// <summary>The next activity that the service posts.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var got = await _got.Reader.ReadAsync().AsTask().WaitAsync(_patience);
        _back = $"{got.GetProperty("serviceUrl").GetString()}/v3/conversations/{got.GetProperty("conversation").GetProperty("id").GetString()}/activities";
        return got;
    }

    public Task StateAsync(string state) => PostAsync(new { type = "event", name = "handoff.status", value = new { state } });

    public Task SayAsync(string text) => PostAsync(new { type = "message", text });

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _taking;
        _http.Dispose();
    }

    private async Task PostAsync(object activity)
    {
        using var body = new StringContent(JsonSerializer.Serialize(activity), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(_back), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var json = await JsonDocument.ParseAsync(context.Request.InputStream);
                await _got.Writer.WriteAsync(json.RootElement.Clone());
                context.Response.StatusCode = 202;
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
