using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Connector;
using OverdoseBot.Journal;

namespace OverdoseBot.Connector.Tests;

/// <summary>The service as a registered bot, with a loopback Microsoft around it and a time that only the test moves.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Server.NewFolder();
    private readonly (string Name, string Value)[] _settings;

    private Stage(LoopbackIssuer issuer, FarSide far, FakeTimeProvider time, (string Name, string Value)[] settings) =>
        (Issuer, Far, Time, _settings) = (issuer, far, time, settings);

    public LoopbackIssuer Issuer { get; }

    public Server Server { get; private set; } = null!;

    public FakeTimeProvider Time { get; }

    /// <summary>The channel's connector.</summary>
    public FarSide Far { get; }

    /// <summary>Where the far side takes replies.</summary>
    public string ServiceUrl => Far.Url;

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<Stage> SetAsync(bool away = false, params (string Name, string Value)[] settings)
    {
        var issuer = await LoopbackIssuer.StartAsync();
        issuer.Away = away;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero));
        var stage = new Stage(issuer, await FarSide.StartAsync(time), time, [.. Registered(issuer), .. settings]);
        stage.Server = await Server.StartAsync(time, stage._folder, settings: stage._settings);
        return stage;
    }

    /// <summary>The service ends, and another goes on with its journal.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        Server = await Server.StartAsync(Time, _folder, settings: _settings);
    }

    /// <summary>The settings of a bot that is registered at this issuer.</summary>
    public static (string Name, string Value)[] Registered(LoopbackIssuer issuer) =>
    [
        ("Environment", "Development"), ("MicrosoftAppId", Claims.App), ("MicrosoftAppPassword", "not a real secret"),
        ("Connector:Test:Metadata", issuer.Root + "/channels/metadata"), ("Connector:Test:EmulatorMetadata", issuer.Root + "/emulator/metadata"),
        ("Connector:Test:TokenEndpoint", issuer.Root + "/token"),
    ];

    /// <summary>A good token of the channels, for the activities of this stage.</summary>
    public string Token(Action<JsonObject>? but = null) => Issuer.Channels[0].Sign(Claims.Channel(Now, ServiceUrl, but));

    /// <summary>A message as a channel sends it.</summary>
    public JsonObject Message(string text, string conversation = "c1", string channel = "directline", Action<JsonObject>? but = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["id"] = Guid.NewGuid().ToString("n"),
            ["timestamp"] = Now.UtcDateTime.ToString("O"),
            ["channelId"] = channel,
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "user-1", ["name"] = "A Person" },
            ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "OverdoseBot" },
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["text"] = text,
        };
        but?.Invoke(message);
        return message;
    }

    /// <summary>The turns of the conversation that an activity belongs to.</summary>
    public async Task<IReadOnlyList<LoggedTurn>> HistoryAsync(JsonObject activity)
    {
        var of = ActivityJson.Read(activity.ToJsonString());
        of.ChannelId ??= string.Empty;
        return await Server.Journal.HistoryAsync(ConnectorKey.Conversation(Claims.App, of), 0, 100, CancellationToken.None);
    }

    /// <summary>Says something as the channel does, and waits for all replies to it at the far side; the last of them.</summary>
    public async Task<Received> SayAsync(string text, string channel = "directline", string conversation = "c1")
    {
        var message = Message(text, conversation, channel);
        (await PostAsync(message, Token())).ShouldBe((200, ""));
        var replies = Server.Journal.Away ? 1 : (await HistoryAsync(message))[^1].Outgoing.Count;
        return (await Far.RepliesAsync((string)message["id"]!, replies))[^1];
    }

    /// <summary>Lets time pass, from clock to clock: each rings at its time, and nothing rings later than it would.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Now + span;
        while (await Server.Journal.NextDueAsync(default) is { } due && due < end)
        {
            var rung = NextCommitAsync();
            Time.SetUtcNow(due > Now ? due.AddMilliseconds(1) : Now.AddMilliseconds(1));
            await rung;
        }

        if (end > Now)
        {
            Time.SetUtcNow(end);
        }
    }

    /// <summary>Lets time pass until the message that failed is tried again; how long that was.</summary>
    public async Task<TimeSpan> PassUntilRetryAsync()
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        DateTimeOffset? due;
        while (!((due = await Server.Journal.OutboxRows.NextDueAsync("connector", default)) > Now))
        {
            since.Elapsed.ShouldBeLessThan(_patience);
            await Task.Yield();
        }

        var wait = due!.Value - Now;
        Time.SetUtcNow(due.Value.AddMilliseconds(1));
        return wait;
    }

    /// <summary>Waits until all that arrived is noted as sent: a program that stops before says it once more when it is back.</summary>
    public async Task SentAsync()
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (await Server.Journal.OutboxRows.NextDueAsync("connector", default) is not null)
        {
            since.Elapsed.ShouldBeLessThan(_patience);
            await Task.Yield();
        }
    }

    private Task NextCommitAsync()
    {
        var commit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Journal.Committed += Seen;
        return commit.Task.WaitAsync(_patience);

        void Seen(Committed news)
        {
            Server.Journal.Committed -= Seen;
            commit.TrySetResult();
        }
    }

    /// <summary>Posts an activity with a good token, and gets the replies in the answer.</summary>
    public async Task<JsonArray> AskAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        var (status, body) = await PostAsync(activity, Token());
        status.ShouldBe(200, body);
        return JsonNode.Parse(body)!["activities"]!.AsArray();
    }

    /// <summary>Posts to /api/messages.</summary>
    public Task<(int Status, string Body)> PostAsync(JsonNode activity, string? token) => PostAsync(activity.ToJsonString(), token is null ? null : "Bearer " + token);

    /// <summary>Posts to /api/messages whatever it is.</summary>
    public async Task<(int Status, string Body)> PostAsync(string body, string? authorization, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var answer = await Server.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Far.DisposeAsync();
        await Issuer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One stage for many tests that do not change it.</summary>
public sealed class SharedStage : IAsyncLifetime
{
    private Stage? _stage;

    internal Stage Stage => _stage!;

    async Task IAsyncLifetime.InitializeAsync() => _stage = await Stage.SetAsync();

    async Task IAsyncLifetime.DisposeAsync() => await _stage!.DisposeAsync();
}
