using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>What a turn made: the record to keep, the activities to send in order, and when to wake it next.</summary>
/// <param name="Record">The record.</param>
/// <param name="Outgoing">Activities in order.</param>
/// <param name="NextDue">The earliest clock; null: none.</param>
/// <param name="Error">What went wrong inside the turn; null: nothing. The reply was safe all the same.</param>
public sealed record TurnResult(CaseRecord Record, IReadOnlyList<Activity> Outgoing, DateTimeOffset? NextDue, Exception? Error)
{
    /// <summary>
    /// The language (BCP 47) in which another opinion on how distressed these words are may be asked for, beside the turn; null: none could add anything.
    /// </summary>
    public string? OpinionIn { get; init; }

    /// <summary>A question that was answered, to be counted once the turn is committed; null: none.</summary>
    public QuizAnswer? Quizzed { get; init; }

    /// <summary>What goes to the hub, in order; its conversations have the hand-off's id.</summary>
    public IReadOnlyList<Activity> ToHub { get; init; } = [];

    /// <summary>What goes to the person's reminder, in order: it is a record of its own, which lives for months.</summary>
    public IReadOnlyList<Activity> ToReminder { get; init; } = [];

    /// <summary>From when on (UTC) the stored text of earlier turns is to be deleted in the same commit; null: it stays.</summary>
    public DateTimeOffset? ErasesSince { get; init; }

    /// <summary>What the person asked to have forgotten, this turn's own words with it.</summary>
    public Forgets Forgets { get; init; }

    /// <summary>True when something of the steps was said, so that what a clock said before is stale; false for words beside them.</summary>
    public bool Speaks => Outgoing.Any(activity => !IsBeside(activity));

    /// <summary>Whether a message is beside the steps: a person's words, or how the hand-off to one stands.</summary>
    public static bool IsBeside(Activity activity) => IsPersons(activity) || Has(activity, "handoff");

    /// <summary>Whether a message is the words of a person who joined.</summary>
    public static bool IsPersons(Activity activity) => Has(activity, "person");

    private static bool Has(Activity activity, string name)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ChannelData is JObject data && data["guide"] is JObject guide && guide.ContainsKey(name);
    }
}

/// <summary>
/// A turn as a function: record and activity in, record and activities out; no I/O. Same record, input and time give the same result.
/// </summary>
public sealed class TurnAdapter : BotAdapter
{
    private readonly Library _library;
    private readonly IBot _bot;

    /// <summary>Runs turns of <paramref name="bot"/> through the adapter's middleware.</summary>
    public TurnAdapter(Library library, IBot bot)
    {
        (_library, _bot) = (library, bot);
        OnTurnError = (context, error) =>
        {
            context.TurnState.Get<Outcome>().Error = error;
            return Task.CompletedTask;
        };
    }

    /// <summary>Runs one turn. It never throws for what a person or a script did: the reply is then the step again with the emergency number.</summary>
    /// <param name="record">The conversation's record.</param>
    /// <param name="inbound">The activity; its conversation and accounts are used for the replies.</param>
    /// <param name="now">The time of the turn (UTC).</param>
    /// <param name="cancel">Stops a turn that has not begun.</param>
    public async Task<TurnResult> RunAsync(CaseRecord record, Activity inbound, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(inbound);
        var outcome = new Outcome();
        var turn = new Turn(_library, record, now);
        using (var context = new TurnContext(this, inbound))
        {
            context.TurnState.Add(turn);
            context.TurnState.Add(outcome);
            await RunPipelineAsync(context, _bot.OnTurnAsync, cancel);
        }

        if (outcome.Error is null)
        {
            return new TurnResult(turn.Record, outcome.Sent, Next(turn.Record), null) { OpinionIn = turn.OpinionIn, Quizzed = turn.Quizzed, ToHub = turn.ToHub, ToReminder = turn.ToReminder, ErasesSince = turn.ErasesSince, Forgets = turn.Forgets };
        }

        if (Opinion.Is(inbound))
        {
            // Nobody asked for anything: an offer that fails is not made, and nothing is repeated.
            return new TurnResult(record, [], Next(record), outcome.Error);
        }

        var safe = SafeReply.For(record, _library, inbound, now);
        return new TurnResult(safe.Record, safe.Outgoing, Next(safe.Record), outcome.Error) { ToHub = HandOffs.Relayed(record, inbound) };
    }

    /// <inheritdoc />
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        turnContext.TurnState.Get<Outcome>().Sent.AddRange(activities);
        return Task.FromResult(Array.ConvertAll(activities, a => new ResourceResponse(a.Id ?? string.Empty)));
    }

    /// <inheritdoc />
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was said to a person is never changed.");

    /// <inheritdoc />
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was said to a person is never taken back.");

    private static DateTimeOffset? Next(CaseRecord record) => record.Alarms.IsEmpty ? null : record.Alarms[0].Due;

    private sealed class Outcome
    {
        public List<Activity> Sent { get; } = [];

        public Exception? Error { get; set; }
    }
}
