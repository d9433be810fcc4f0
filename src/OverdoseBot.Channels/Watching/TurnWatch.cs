using System.Diagnostics;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using Activity = System.Diagnostics.Activity;
using Message = Microsoft.Bot.Schema.Activity;

namespace OverdoseBot.Channels.Watching;

/// <summary>
/// What is measured of one turn: its span and its time. Nothing is made when nobody listens. Neither content nor whose turn it is ever comes in here.
/// </summary>
internal readonly struct TurnWatch : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly string _channel;
    private readonly Activity? _span;

    private TurnWatch(TimeProvider time, string channel, Activity? span) => (_time, _began, _channel, _span) = (time, time.GetTimestamp(), channel, span);

    /// <summary>Begins; to be called in the turn's own async method.</summary>
    public static TurnWatch Begin(TimeProvider time, Message inbound, bool sms, ReplyRoute? route)
    {
        var channel = Channel(inbound, sms, route);
        return new TurnWatch(time, channel, Instruments.Spans.HasListeners() ? Root(channel) : null);
    }

    /// <summary>Loads the conversation.</summary>
    public ValueTask<Opened> LoadAsync(IJournal journal, string conversation, string key, CancellationToken cancel) =>
        _span is null ? journal.BeginAsync(conversation, key, cancel) : SpannedAsync(journal, conversation, key, cancel);

    /// <summary>Runs the turn.</summary>
    public Task<TurnResult> RunAsync(TurnAdapter adapter, CaseRecord record, Message inbound, DateTimeOffset now, CancellationToken cancel) =>
        _span is null ? adapter.RunAsync(record, inbound, now, cancel) : SpannedAsync(adapter, record, inbound, now, cancel);

    /// <summary>Keeps the turn in the store, and how long that took.</summary>
    public ValueTask<CommitOutcome> CommitAsync(IJournal journal, TurnEntry entry, CancellationToken cancel) =>
        _span is null && !Instruments.CommitDuration.Enabled ? journal.CommitAsync(entry, cancel) : TimedAsync(_time, journal, entry, cancel);

    /// <summary>The turn ran and is kept.</summary>
    public void Kept(CaseRecord before, TurnResult result, Message inbound, Library library)
    {
        if (_span is not null || Instruments.Turns.Enabled)
        {
            var kind = TurnFacts.Kind(result, library);
            Instruments.Turns.Add(1, new("channel", _channel), new("kind", kind));
            _span?.SetTag("overdosebot.kind", kind).SetTag("overdosebot.step.from", TurnFacts.Step(before, library)).SetTag("overdosebot.step.to", TurnFacts.Step(result.Record, library));
        }

        if (result.Error is { } error)
        {
            Instruments.TurnFailures.Add(1);
            _span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().Name);
        }

        TurnFacts.Count(before, result.Record, inbound, library);
    }

    /// <summary>The same message came again: it got the same replies.</summary>
    public void Repeated() => _span?.SetTag("overdosebot.repeated", true);

    /// <summary>Somebody else was faster, so often by now.</summary>
    public void Conflict(int count) => _span?.SetTag("overdosebot.conflicts", count);

    /// <summary>The emergency card was given in place of the turn; <see cref="CardTally"/> counts it.</summary>
    public void Card(CardReason reason) => _span?.SetStatus(ActivityStatusCode.Error).SetTag("overdosebot.card", CardTally.Word(reason));

    public void Dispose()
    {
        if (Instruments.TurnDuration.Enabled)
        {
            Instruments.TurnDuration.Record(_time.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>("channel", _channel));
        }

        _span?.Dispose();
    }

    // A trace of its own: what a caller says of traces must neither name ours nor have them kept.
    private static Activity? Root(string channel)
    {
        Activity.Current = null;
        return Instruments.Spans.StartActivity("turn")?.SetTag("overdosebot.channel", channel);
    }

    private static async ValueTask<Opened> SpannedAsync(IJournal journal, string conversation, string key, CancellationToken cancel)
    {
        using var part = Instruments.Spans.StartActivity("load");
        return await journal.BeginAsync(conversation, key, cancel);
    }

    private static async Task<TurnResult> SpannedAsync(TurnAdapter adapter, CaseRecord record, Message inbound, DateTimeOffset now, CancellationToken cancel)
    {
        using var part = Instruments.Spans.StartActivity("run");
        return await adapter.RunAsync(record, inbound, now, cancel);
    }

    private static async ValueTask<CommitOutcome> TimedAsync(TimeProvider time, IJournal journal, TurnEntry entry, CancellationToken cancel)
    {
        using var part = Instruments.Spans.StartActivity("commit");
        var (began, name) = (time.GetTimestamp(), "failed");
        try
        {
            var outcome = await journal.CommitAsync(entry, cancel);
            name = outcome switch { CommitOutcome.Done => "done", CommitOutcome.Duplicate => "duplicate", _ => "conflict" };
            return outcome;
        }
        finally
        {
            Instruments.CommitDuration.Record(time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", name));
        }
    }

    private static string Channel(Message inbound, bool sms, ReplyRoute? route) =>
        route is not null ? route.Target
        : inbound.Type != ActivityTypes.Event ? sms ? "sms" : "web"
        : inbound.Name == OverdoseResponseBot.ClockEvent ? "clock"
        : Opinion.Is(inbound) ? "opinion"
        : HandOffEvents.Are(inbound) ? "hub"
        : sms ? "sms" : "web";
}
