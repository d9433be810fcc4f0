using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
using Place = OverdoseBot.Scripts.Place;

namespace OverdoseBot.Chats;

/// <summary>What came of a line.</summary>
/// <param name="Line">The line; null: the greeting.</param>
/// <param name="Read">How the person's words were read; null: they said nothing.</param>
/// <param name="Replies">What the bot sent.</param>
public sealed record Played(ChatLine? Line, string? Read, ImmutableArray<Reply> Replies);

/// <summary>One message of the bot.</summary>
/// <param name="Message">The message.</param>
/// <param name="RangAt">When the clock that sent it rang; null: it answers the person.</param>
public sealed record Reply(Activity Message, DateTimeOffset? RangAt);

/// <summary>Plays a plan in one form on a service, line by line, and notes what comes.</summary>
public sealed class ChatRun(ChatPlan plan, bool sms, Library library, Readers reader, IChatService service, ManualTime time)
{
    /// <summary>When every chat begins.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 14, 14, 0, 0, TimeSpan.Zero);

    // No two messages come at the same instant; so little is not seen in the times of a chat.
    private static readonly TimeSpan _apart = TimeSpan.FromMilliseconds(1);
    private readonly TapBook _taps = new(plan, library);
    private int _sent;

    /// <summary>Plays it from the greeting to its last line.</summary>
    public async Task<(IReadOnlyList<Played> Played, CaseRecord Record)> PlayAsync()
    {
        var played = new List<Played> { await OpenAsync() };
        foreach (var line in plan.Lines)
        {
            played.Add(await PlayAsync(line));
        }

        return (played, (await service.RecordAsync())!);
    }

    /// <summary>Plays one line.</summary>
    public async Task<Played> PlayAsync(ChatLine line)
    {
        switch (line)
        {
            case ChatLine.Later later:
                return new Played(line, null, await WaitAsync(time.GetUtcNow() + later.Span));
            case ChatLine.TapsCall when !sms:
                time.MoveTo(time.GetUtcNow() + _apart);
                var tap = From(ActivityTypes.Event);
                tap.Name = OverdoseResponseBot.CallTappedEvent;
                return new Played(line, null, Answers(await service.TakeAsync(Key(), tap)));
            case ChatLine.Hub hub:
                time.MoveTo(time.GetUtcNow() + _apart);
                var far = hub.Does((await service.RecordAsync())?.Handoff?.Id ?? string.Empty);
                (far.From, far.Recipient, far.Conversation) = (new ChannelAccount { Id = "hub" }, new ChannelAccount { Id = "overdosebot" }, new ConversationAccount { Id = "chat" });
                return new Played(line, null, Answers(await service.TakeAsync(Key(), far)));
            case ChatLine.Restart:
                await service.RestartAsync();
                return new Played(line, null, []);
            case ChatLine.Writes or ChatLine.Taps:
                time.MoveTo(time.GetUtcNow() + _apart);
                var record = await service.RecordAsync();
                var asked = Asked(record);
                var message = Message(line, asked);
                var read = ReadingText.Of(message, asked, record, reader, library, record?.Language ?? plan.Header.Language);
                return new Played(line, read, Answers(await service.TakeAsync(Key(), message)));
            default:
                return new Played(line, null, []);
        }
    }

    /// <summary>Opens the conversation: a saved one goes on without a word, a new one is greeted.</summary>
    public async Task<Played> OpenAsync()
    {
        if (plan.Header.Saved.IsEmpty)
        {
            var hello = From(ActivityTypes.ConversationUpdate);
            hello.MembersAdded = [hello.From];
            return new Played(null, null, Answers(await service.TakeAsync(Key(), hello)));
        }

        await service.KeepAsync(new CaseRecord
        {
            Region = plan.Header.Region,
            Language = plan.Header.Language,
            Sms = sms,
            Hub = plan.Header.Hub,
            Stack = [.. plan.Header.Saved.Select((p, i) => new Frame(p.Dialog, p.Step, i == 0 ? null : p.Step))],
            LastHeard = Start,
        });
        return new Played(null, null, []);
    }

    private async Task<ImmutableArray<Reply>> WaitAsync(DateTimeOffset until)
    {
        var replies = new List<Reply>();
        while (await service.RecordAsync() is { Alarms: [var next, ..] } && next.Due <= until)
        {
            time.MoveTo(next.Due);
            replies.AddRange(Note(await service.RingAsync(next.Due)).Select(a => new Reply(a, time.GetUtcNow())));
        }

        time.MoveTo(until);
        return [.. replies];
    }

    /// <summary>The message that a line of the person becomes in this form.</summary>
    private Activity Message(ChatLine line, Step asked)
    {
        var message = From(ActivityTypes.Message);
        if (line is ChatLine.Writes writes)
        {
            message.Text = writes.Text;
        }
        else if (sms)
        {
            message.Text = _taps.Text((ChatLine.Taps)line, asked);
        }
        else
        {
            var button = _taps.Button((ChatLine.Taps)line);
            (message.Text, message.Value) = (button.Text, (JObject)button.Value);
        }

        message.ChannelData = sms ? CarrierWords.Mark(message.Text, null) : null;
        return message;
    }

    private Step Asked(CaseRecord? record)
    {
        record = record?.Drill?.Case ?? record;
        var old = record?.LastHeard is { } heard && time.GetUtcNow() - heard >= library.Case.NewAfter;
        var start = library.Scripts["respond"].Start;
        var place = old || record is not { Stack: [var top, ..] } ? start : new Place(top.Dialog, top.Step);
        return library.Find(place) ?? library.Find(library.Fallback)!;
    }

    private ImmutableArray<Reply> Answers(IReadOnlyList<Activity> messages) => [.. Note(messages).Select(a => new Reply(a, null))];

    private IReadOnlyList<Activity> Note(IReadOnlyList<Activity> messages)
    {
        _taps.Show(messages);
        return messages;
    }

    private string Key() => $"line {++_sent}";

    private Activity From(string type) => new(type)
    {
        ChannelId = sms ? "sms" : "directline",
        From = new ChannelAccount { Id = "person" },
        Recipient = new ChannelAccount { Id = "overdosebot" },
        Conversation = new ConversationAccount { Id = "chat" },
        Timestamp = time.GetUtcNow(),
        LocalTimestamp = sms ? null : time.GetUtcNow().ToOffset(plan.Header.Zone),
    };
}
