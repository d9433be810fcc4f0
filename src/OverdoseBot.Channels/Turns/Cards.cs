using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Http;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels;

/// <summary>
/// Gives the emergency card where no turn can be run, counts it and tells the operator. It remembers where the last conversations stood, so that the
/// card is the one of their region and language, and so that it is known who may wait.
/// </summary>
internal sealed partial class Cards(Library library, CaseDefaults defaults, TimeProvider time, ILogger log, CardTally tally)
{
    private const int Remembered = 16_384;
    private readonly ILogger _log = log;
    private readonly Recent<Standing> _standing = new(Remembered);
    private readonly Seldom _seldom = new(time);

    /// <summary>
    /// Forgets where a conversation stood as soon as anybody commits a turn of it, so that what was calm here is not taken for calm when another replica
    /// has heard of an emergency.
    /// </summary>
    public Cards Watching(IJournal journal)
    {
        journal.Committed += news => _standing.Forget(news.Conversation);
        journal.Missed += _standing.Clear;
        return this;
    }

    /// <summary>Remembers where a conversation stands after a turn of ours was committed.</summary>
    public void Remember(string conversation, CaseRecord record)
    {
        if (Bot.Standing.Of(record, library) is { } standing)
        {
            _standing.Set(conversation, standing);
        }
    }

    /// <summary>Where a conversation stood after its last turn here; null: not known, or forgotten.</summary>
    public Standing? Standing(string conversation) => _standing.TryGet(conversation, out var standing) ? standing : null;

    /// <summary>The card as replies to an activity, for whoever only looks.</summary>
    public IReadOnlyList<Activity> For(string? conversation, Activity inbound, bool sms) =>
        EmergencyCard.For(library, defaults, conversation is null ? null : Standing(conversation), inbound, sms, time.GetUtcNow());

    /// <summary>Answers with the card in place of a turn.</summary>
    /// <param name="conversation">The conversation; null: nobody knows whose it is.</param>
    /// <param name="inbound">What it answers.</param>
    /// <param name="sms">True: in the SMS form.</param>
    /// <param name="reason">Why there is no turn.</param>
    /// <param name="error">What the store said.</param>
    public TurnReplies Give(string? conversation, Activity inbound, bool sms, CardReason reason, JournalException? error = null)
    {
        // A clock, or another event of our own, has nobody who would see a card.
        if (OverdoseResponseBot.IsOwnEvent(inbound))
        {
            if (error is not null && _seldom.May(nameof(LogOwn) + error.Message))
            {
                LogOwn(_log, error.Message);
            }
        }
        else
        {
            Log(reason, error);
            tally.Count(reason);
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return new TurnReplies(0, For(conversation, inbound, sms), false, now) { Late = reason == CardReason.Slow };
    }

    private void Log(CardReason reason, JournalException? error)
    {
        switch (reason)
        {
            case CardReason.Store when _seldom.May(nameof(CardReason.Store) + error?.Message):
                LogAway(_log, error);
                break;
            case CardReason.Slow when _seldom.May(nameof(CardReason.Slow)):
                LogSlow(_log);
                break;
            case CardReason.Full when _seldom.May(nameof(CardReason.Full)):
                LogFull(_log);
                break;
            case CardReason.Limit when _seldom.May(nameof(CardReason.Limit)):
                LogLimit(_log);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The journal could not be reached; the emergency card was given. This is not said again for a minute.")]
    private static partial void LogAway(ILogger log, JournalException? error);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A clock is due and its turn cannot be run; it is tried again every second. {Why} This is not said again for a minute.")]
    private static partial void LogOwn(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The journal is slow; the emergency card was given, and the turn goes on. This is not said again for a minute.")]
    private static partial void LogSlow(ILogger log);

    [LoggerMessage(Level = LogLevel.Critical, Message = "More people write at once than can be answered; the emergency card was given. This is not said again for a minute.")]
    private static partial void LogFull(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Very much comes from one address or number; the emergency card was given. This is not said again for a minute.")]
    private static partial void LogLimit(ILogger log);
}
