using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Channels.Watching;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels;

/// <summary>
/// A turn as a transaction (ARCHITECTURE section 4): load, run, commit; run again when somebody else was faster; the same replies for
/// the same message; the region's emergency card when the store is away or the message makes the service fail.
/// </summary>
public sealed partial class TurnRunner(
    IJournal journal, TurnAdapter adapter, Library library, TimeProvider time, CaseDefaults defaults, ILogger<TurnRunner> log, OpenQuestions? opinions = null, KnowledgeTally? knowledge = null, CardTally? cards = null)
{
    private const int MostConflicts = 64;
    private readonly ILogger _log = log;
    private readonly KnownRecords _records = new KnownRecords().Watching(journal);

    /// <summary>
    /// Runs the turn of an activity from a channel whose clients read the transcript, or of an event of our own: what is said then goes to where the
    /// record says (<see cref="CaseRecord.Reference"/>).
    /// </summary>
    /// <param name="conversation">Journal key of the conversation.</param>
    /// <param name="inboundKey">The channel's identity of this activity; a second one with the same key gets the same replies.</param>
    /// <param name="inbound">The activity, with its conversation and accounts; in an event of our own they are filled in from the record.</param>
    /// <param name="sms">True: a new conversation takes the SMS form.</param>
    /// <param name="cancel">Before the commit began, nothing happened.</param>
    public Task<TurnReplies> RunAsync(string conversation, string inboundKey, Activity inbound, bool sms, CancellationToken cancel) =>
        RunAsync(conversation, inboundKey, inbound, sms, null, cancel);

    /// <summary>Runs the turn of an activity from a channel.</summary>
    /// <param name="conversation">Journal key of the conversation.</param>
    /// <param name="inboundKey">The channel's identity of this activity; a second one with the same key gets the same replies and leaves no rows.</param>
    /// <param name="inbound">The activity, with its conversation, accounts, channelId and serviceUrl.</param>
    /// <param name="sms">True: a new conversation takes the SMS form.</param>
    /// <param name="route">
    /// How what is said reaches the person; null: the record says it. Whatever the route, <see cref="TurnReplies.Turn"/> 0 means that the store is
    /// away and nothing was left for delivery: the caller must bring the card itself.
    /// </param>
    /// <param name="cancel">Before the commit began, nothing happened.</param>
    public Task<TurnReplies> RunAsync(string conversation, string inboundKey, Activity inbound, bool sms, ReplyRoute? route, CancellationToken cancel) =>
        RunAsync(conversation, inboundKey, inbound, sms, route, DateTimeOffset.MinValue, cancel);

    private async Task<TurnReplies> RunAsync(
        string conversation, string inboundKey, Activity inbound, bool sms, ReplyRoute? route, DateTimeOffset earliest, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        using var watch = TurnWatch.Begin(time, inbound, sms, route);
        try
        {
            for (var tries = 0; tries < MostConflicts; tries++)
            {
                if (await TryAsync(conversation, inboundKey, inbound, sms, route, earliest, watch, cancel) is { } replies)
                {
                    return replies;
                }

                watch.Conflict(tries + 1);
            }

            LogCrowded(_log);
            return Card(CardReason.Conflict);
        }
        catch (JournalException error)
        {
            return Card(CardReason.Store, error);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // The message of an exception may quote what a person wrote; its type cannot.
            LogPoisoned(_log, error.GetType().Name, error.StackTrace);
            return Card(CardReason.Fault);
        }

        TurnReplies Card(CardReason reason, JournalException? error = null)
        {
            watch.Card(reason);
            return Cards.Give(conversation, inbound, sms, reason, error);
        }
    }

    /// <summary>What is answered where no turn can be run.</summary>
    internal Cards Cards { get; } = new Cards(library, defaults, time, log, cards ?? CardTally.Shipped).Watching(journal);

    private async Task<TurnReplies?> TryAsync(
        string conversation, string key, Activity inbound, bool sms, ReplyRoute? route, DateTimeOffset earliest, TurnWatch watch, CancellationToken cancel)
    {
        // What a person writes mostly follows what was answered here: the commit finds out if it does not, and if it is a message that came again.
        var latest = inbound.Type == ActivityTypes.Message ? _records.Latest(conversation) : null;
        var opened = latest is { } known ? new Opened(null, known.Version, null) : await watch.LoadAsync(journal, conversation, key, cancel);
        if (opened.Earlier is { } earlier)
        {
            watch.Repeated();
            return Again(earlier);
        }

        var now = Milliseconds(time.GetUtcNow());
        now = now < earliest ? earliest : now;
        var record = latest is { } remembered ? Here(remembered.Record) : Record(conversation, opened, inbound, sms);
        if (route is not null)
        {
            // A channel's client may name its events as it likes: ours come from within.
            inbound.Name = inbound.Type == ActivityTypes.Event && OverdoseResponseBot.IsOwnEvent(inbound) ? null : inbound.Name;
            // Reminders go out as text messages of our own and no other way.
            record = record with { Reference = SavedReference.Of(route.Target, inbound), NoReminders = record.NoReminders || route.Target != SmsNames.Target || route.NoReminders };
        }
        else if (record.Reference is { } reference)
        {
            inbound.ApplyConversationReference(reference.ToConversationReference(), isIncoming: true);
        }

        var result = await watch.RunAsync(adapter, record, inbound, now, cancel);
        if (result.Error is { } error && _log.IsEnabled(LogLevel.Error))
        {
            LogTurnFailed(_log, error.GetType().Name, error.StackTrace);
        }

        if (result.Outgoing.Count == 0 && Opinion.Is(inbound))
        {
            return new TurnReplies(opened.Version, [], false, now);
        }

        PageLinks.Complete(result.Outgoing, defaults.Pages);
        Stamp(result.Outgoing, string.Empty, opened.Version + 1, now);
        Stamp(result.ToHub, "h", opened.Version + 1, now);
        var kept = Forgotten.Record(result);
        var (bytes, written) = (RecordJson.Write(kept), result.Outgoing.Select(ActivityJson.Write).ToList());
        var entry = new TurnEntry(
            conversation, opened.Version, key, bytes, Forgotten.Inbound(result, inbound, route is null), written, result.NextDue, now, inbound.Type == ActivityTypes.Message)
        { ErasesSince = result.ErasesSince };
        entry = Forgotten.Entry(Leaving.With(entry, result, inbound, route), result, route);
        switch (await watch.CommitAsync(journal, entry, cancel))
        {
            case CommitOutcome.Done done:
                Cards.Remember(conversation, result.Record);
                _records.Wrote(conversation, bytes, kept, done);
                watch.Kept(record, result, inbound, library);
                if (result.OpinionIn is { } language)
                {
                    opinions?.Add(new Question(conversation, key, now, inbound.Text, language));
                }

                if (result.Quizzed is { } quizzed)
                {
                    knowledge?.Count(quizzed);
                }

                return new TurnReplies(done.Turn.Turn, result.Outgoing, false, now) { Written = written };
            case CommitOutcome.Duplicate duplicate:
                watch.Repeated();
                return Again(duplicate.Earlier);
            default:
                _records.Overtaken(conversation);
                return null;
        }
    }

    private CaseRecord Record(string conversation, Opened opened, Activity inbound, bool sms)
    {
        var fresh = Whereabouts.Begin(new CaseRecord { Region = defaults.Region, Language = defaults.Language, Sms = sms, Hub = defaults.Hub, NoReminders = defaults.NoReminders }, library, inbound);
        if (opened.Record is not { } kept)
        {
            return fresh;
        }

        try
        {
            return Here(_records.Read(conversation, opened.Version, kept.Span));
        }
        catch (JsonException)
        {
            // A record we cannot read must not cost the person the answer: the safest step without any history.
            LogUnreadable(_log);
            return fresh with { Stack = [new Frame(library.Fallback.Dialog, library.Fallback.Step, null)] };
        }
    }

    // As the settings of this service have it now.
    private CaseRecord Here(CaseRecord record) => record with
    {
        Hub = defaults.Hub,
        NoReminders = defaults.NoReminders,
        Region = library.Regions.ContainsKey(record.Region) ? record.Region : defaults.Region,
    };

    private static TurnReplies Again(LoggedTurn turn) => new(turn.Turn, [.. turn.Outgoing.Select(ActivityJson.Read)], true, turn.At);

    // The journal keeps milliseconds; a finer time would not come back the same.
    private static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    private static void Stamp(IReadOnlyList<Activity> outgoing, string kind, long turn, DateTimeOffset now)
    {
        for (var i = 0; i < outgoing.Count; i++)
        {
            outgoing[i].Id = string.Create(CultureInfo.InvariantCulture, $"{turn:D7}-{kind}{i + 1:D2}");
            outgoing[i].Timestamp = now;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed ({Error}); the person got the step again with the emergency number. {Stack}")]
    private static partial void LogTurnFailed(ILogger log, string error, string? stack);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A turn met too many conflicts; the emergency card was given.")]
    private static partial void LogCrowded(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message made the service fail ({Error}); the emergency card was given. {Stack}")]
    private static partial void LogPoisoned(ILogger log, string error, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "A kept record could not be read; the conversation goes on at the fallback step.")]
    private static partial void LogUnreadable(ILogger log);
}
