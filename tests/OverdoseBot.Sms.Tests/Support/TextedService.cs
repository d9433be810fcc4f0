using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;
using OverdoseBot.Journal;

namespace OverdoseBot.Sms.Tests;

/// <summary>A chat by text message: signed webhooks in, TwiML back, and what clocks and hubs say at the loopback Messages API.</summary>
internal sealed class TextedService(Night night, ManualTime time, List<string> texts) : IChatService
{
    // Neither says where they are: the chat does, by the settings.
    private const string Theirs = "60777";
    private const string Ours = "60778";
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    // Far more moments than a pace or a nap takes, and too few to make a chat late.
    private const int MostMoments = 20;

    private Texter Me => new(night.Server.Http, Theirs, Ours);

    private string Conversation => night.Server.Conversation(Me);

    /// <summary>Starts it for a chat.</summary>
    /// <param name="fresh">Where the chat is.</param>
    /// <param name="time">The chat's clock.</param>
    /// <param name="texts">Receives every text that was sent.</param>
    public static async Task<IChatService> StartAsync(CaseRecord fresh, ManualTime time, List<string> texts)
    {
        (string Name, string? Value)[] place = [("Region", fresh.Region), ("Language", fresh.Language), ("Sms:Twilio:PerSecond", "1000"), ("Sms:Twilio:RemindersFrom", "+15558880000")];
        (string Name, string? Value)[] Settings(Loopback api) => fresh.Hub ? [.. place, ("HumanLine:Hub", api.HubUrl), ("HumanLine:Secret", "0123456789abcdef")] : place;
        return new TextedService(await Night.StartAsync(Settings, time.GetUtcNow()), time, texts);
    }

    public async Task KeepAsync(CaseRecord record) =>
        (await night.Server.Journal.CommitAsync(new TurnEntry(Conversation, 0, "before the chat", RecordJson.Write(record), null, [], null, time.GetUtcNow(), true), default))
            .ShouldBeOfType<CommitOutcome.Done>();

    public async Task<CaseRecord?> RecordAsync() =>
        (await night.Server.Journal.BeginAsync(Conversation, "a look", default)).Record is { } bytes ? RecordJson.Read(bytes.Span) : null;

    public async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        Move(time.GetUtcNow());
        if (inbound.Type != ActivityTypes.Message)
        {
            // The greeting of a chat, which texts do not have, is no text; what a hub does comes through the API.
            return inbound.Type == ActivityTypes.ConversationUpdate
                ? await night.Server.HappensAsync(Me, inbound)
                : await ArrivedAsync(await night.Server.HappensAsync(Me, inbound));
        }

        var answer = await Me.TextAsync(inbound.Text);
        answer.Code.ShouldBe(200);
        var replies = await LastAsync();
        answer.Texts.ShouldBe(replies.Select(r => r.Text));
        texts.AddRange(answer.Texts);
        return replies;
    }

    public async Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due)
    {
        var rang = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(Committed news)
        {
            if (news.Conversation == Conversation)
            {
                rang.TrySetResult();
            }
        }

        night.Server.Journal.Committed += Heard;
        Move(due + _moment);
        await rang.Task.WaitAsync(_patience);
        night.Server.Journal.Committed -= Heard;
        return await ArrivedAsync(await LastAsync());
    }

    public Task RestartAsync() => night.RestartAsync();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private void Move(DateTimeOffset to)
    {
        if (to > night.Time.GetUtcNow())
        {
            night.Time.Advance(to - night.Time.GetUtcNow());
        }

        // The chat's clock goes along: what is due then is due for both.
        time.MoveTo(night.Time.GetUtcNow());
    }

    private async Task<IReadOnlyList<Activity>> LastAsync() => [.. (await night.Server.TurnsAsync(Me))[^1].Outgoing.Select(ActivityJson.Read)];

    // All that a turn said comes to the API, in order; the sender's pace takes a moment for each.
    private async Task<IReadOnlyList<Activity>> ArrivedAsync(IReadOnlyList<Activity> replies)
    {
        foreach (var reply in replies)
        {
            ApiRequest? request;
            var since = TimeProvider.System.GetTimestamp();
            for (var moments = 0; (request = await night.Api.RequestAsync(_look)) is null; moments++)
            {
                TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(_patience, "it never came to the API");
                if (moments < MostMoments)
                {
                    Move(night.Time.GetUtcNow() + _moment);
                }
            }

            (request["Body"], request["To"], request["From"]).ShouldBe((reply.Text, Theirs, Ours));
            texts.Add(request["Body"]);
        }

        return replies;
    }
}
