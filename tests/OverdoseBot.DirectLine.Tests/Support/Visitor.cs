using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>An answer: its status and its JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode? Json, HttpResponseMessage Message)
{
    public int Code => (int)Status;

    public string? Error => (string?)Json?["error"]?["code"];

    public string this[string name] => (string?)Json![name] ?? throw new InvalidOperationException($"There is no {name}.");
}

/// <summary>Somebody with a token, as a page would use it.</summary>
internal sealed class Visitor(HttpClient http, string token, string conversation)
{
    public const string Base = "/v3/directline";

    public string Token { get; set; } = token;

    public string Conversation { get; } = conversation;

    public string Path => $"{Base}/conversations/{Conversation}";

    public static async Task<Visitor> NewAsync(HttpClient http)
    {
        var answer = await CallAsync(http, HttpMethod.Post, Base + "/tokens/generate", null, null);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return new Visitor(http, answer["token"], answer["conversationId"]);
    }

    public static async Task<Visitor> StartedAsync(HttpClient http)
    {
        var visitor = await NewAsync(http);
        (await visitor.StartAsync()).Code.ShouldBeInRange(200, 201);
        return visitor;
    }

    public static async Task<Answer> CallAsync(HttpClient http, HttpMethod method, string path, string? bearer, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var message = await http.SendAsync(request);
        var text = await message.Content.ReadAsStringAsync();
        return new Answer(message.StatusCode, message.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null, message);
    }

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static JsonObject Said(string text, string? id = null) => new()
    {
        ["type"] = "message",
        ["channelId"] = "webchat",
        ["text"] = text,
        ["textFormat"] = "plain",
        ["from"] = new JsonObject { ["id"] = "r_page", ["name"] = "", ["role"] = "user" },
        ["locale"] = "en-US",
        ["attachments"] = new JsonArray(),
        ["channelData"] = new JsonObject { ["attachmentSizes"] = new JsonArray(), ["clientActivityID"] = id ?? Guid.NewGuid().ToString("n") },
    };

    public Task<Answer> StartAsync(string? body = """{"user":{"id":"r_page"}}""") =>
        CallAsync(http, HttpMethod.Post, Base + "/conversations", Token, body is null ? null : Json(body));

    public Task<Answer> ReconnectAsync(string watermark = "") => CallAsync(http, HttpMethod.Get, $"{Path}?watermark={watermark}", Token, null);

    public Task<Answer> PostAsync(JsonNode activity) => CallAsync(http, HttpMethod.Post, Path + "/activities", Token, JsonContent.Create(activity));

    public Task<Answer> PostRawAsync(string body) => CallAsync(http, HttpMethod.Post, Path + "/activities", Token, Json(body));

    public Task<Answer> SayAsync(string text, string? id = null) => PostAsync(Said(text, id));

    public async Task<(JsonObject[] Activities, string Watermark)> ReadAsync(string watermark = "")
    {
        var answer = await CallAsync(http, HttpMethod.Get, $"{Path}/activities?watermark={watermark}", Token, null);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return ([.. answer.Json!["activities"]!.AsArray().Select(a => a!.AsObject())], answer["watermark"]);
    }

    public async Task<Listener> ListenAsync(string watermark = "")
    {
        var opened = await ReconnectAsync(watermark);
        opened.Status.ShouldBe(HttpStatusCode.OK);
        return await Listener.OpenAsync(opened["streamUrl"]);
    }
}
