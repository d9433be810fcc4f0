using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>The started service, a scripted hub, somebody on the page, and a time that the test owns.</summary>
internal sealed class HubBench : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _nudge = TimeSpan.FromMilliseconds(50);
    private readonly string _folder = Server.NewFolder();
    private string _watermark = string.Empty;

    private HubBench(ScriptedHub hub) => Hub = hub;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 14, 14, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Time.GetUtcNow();

    public ScriptedHub Hub { get; }

    public Server Server { get; private set; } = null!;

    public Visitor Person { get; private set; } = null!;

    /// <summary>Somebody in a chat that has begun.</summary>
    /// <param name="dead">True: nobody listens at the hub's address.</param>
    public static async Task<HubBench> OpenAsync(bool dead = false)
    {
        var bench = new HubBench(dead ? new ScriptedHub() : await ScriptedHub.StartedAsync());
        bench.Server = await Server.StartAsync(bench.Time, bench._folder, settings: bench.Hub.Settings);
        bench.Person = await Visitor.StartedAsync(bench.Server.Http);
        await bench.ReadAsync();
        return bench;
    }

    /// <summary>The service stops and starts again on the same port and journal.</summary>
    public async Task RestartAsync()
    {
        var port = Server.Port;
        await Server.DisposeAsync();
        Server = await Server.StartAsync(Time, _folder, port, Hub.Settings);
        Person = new Visitor(Server.Http, Person.Token, Person.Conversation);
    }

    /// <summary>The person writes; what the bot answers.</summary>
    public async Task<JsonObject[]> SayAsync(string text)
    {
        (await Person.SayAsync(text)).Code.ShouldBe(200);
        await SettleAsync();
        return await ReadAsync();
    }

    /// <summary>What the bot said since the last look.</summary>
    public async Task<JsonObject[]> ReadAsync()
    {
        var (activities, watermark) = await Person.ReadAsync(_watermark);
        _watermark = watermark;
        return [.. activities.Where(a => (string?)a["from"]!["role"] == "bot")];
    }

    /// <summary>Asks for a person, in a new emergency, and gives what the hub got.</summary>
    public async Task<Got> AskAsync()
    {
        await SayAsync("he is not breathing");
        await SayAsync("i want to talk to a human");
        return Hub.All.ShouldHaveSingleItem();
    }

    /// <summary>As <see cref="AskAsync"/>, and somebody accepts.</summary>
    public async Task<Got> ConnectAsync()
    {
        var got = await AskAsync();
        (await Hub.StatusAsync(got, "accepted")).Code.ShouldBe(200);
        (await ReadAsync()).ShouldHaveSingleItem();
        return got;
    }

    /// <summary>Lets time pass from one due thing to the next, each after all that was due has been done.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Now + span;
        await SettleAsync();
        while (Now < end)
        {
            var next = await NextAsync() is { } due && due < end ? due : end;
            // A clock's nap ends a millisecond late.
            Time.Advance(next - Now + TimeSpan.FromMilliseconds(2));
            await SettleAsync();
        }
    }

    /// <summary>Until nothing is due and nothing is in hand.</summary>
    public async Task SettleAsync()
    {
        var (started, nudged) = (TimeProvider.System.GetTimestamp(), TimeProvider.System.GetTimestamp());
        while (!await IsSettledAsync())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(_patience, "what is due is never done");
            await Task.Yield();
            if (TimeProvider.System.GetElapsedTime(nudged) > _nudge)
            {
                // A nap that was set for this very moment ends a millisecond later.
                Time.Advance(TimeSpan.FromMilliseconds(1));
                nudged = TimeProvider.System.GetTimestamp();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Hub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> IsSettledAsync()
    {
        var inHand = Server.Journal.InHand;
        var before = inHand.Changes;
        return !(await NextAsync() <= Now) && inHand.Count == 0 && inHand.Changes == before;
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        DateTimeOffset?[] all = [await Server.Journal.NextDueAsync(default), await Server.Journal.OutboxRows.NextDueAsync("hub", default)];
        return all.Min();
    }
}
