using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>What a turn leaves to be delivered.</summary>
internal static class Leaving
{
    /// <summary>
    /// How long a clock's prompt, an offer that nobody asked for or what a person wrote is worth sending: later it would speak of a moment long gone
    /// (wire-protocols.md 5.5).
    /// </summary>
    public static readonly TimeSpan PromptLife = TimeSpan.FromSeconds(300);

    /// <summary>How long a reminder is worth sending: its kit ends weeks later.</summary>
    public static readonly TimeSpan ReminderLife = TimeSpan.FromDays(7);

    /// <summary>
    /// The entry with its outbox rows: what goes to the hub, what is for the person's reminder, and one for each reply, unless the caller carries them or clients read the transcript.
    /// </summary>
    public static TurnEntry With(TurnEntry entry, TurnResult result, Activity inbound, ReplyRoute? route)
    {
        // Nobody waits for words at a hub that is away: they are not kept there when all else of them may be deleted.
        var rows = result.ToHub.Select(activity => new OutboxEntry(HubNames.Target, ActivityJson.Write(activity), Expires: activity.Type == ActivityTypes.Message ? entry.At + PromptLife : null))
            .Concat(result.ToReminder.Select(wish => new OutboxEntry(SmsNames.Reminders, ActivityJson.Write(wish))));
        if (result.Record.Reference is not { } reference)
        {
            return entry with { Outbox = [.. rows] };
        }

        var beside = Opinion.Is(inbound);
        var byClock = inbound is { Type: ActivityTypes.Event, Name: OverdoseResponseBot.ClockEvent or OverdoseResponseBot.UndeliveredEvent };
        var target = result.Speaks ? reference.Target : ReplyRoute.Beside(reference.Target);
        var replies = route is { CallerCarries: true }
            ? []
            : result.Outgoing.Zip(entry.Outgoing, (activity, json) =>
                Reminders.Is(activity) ? new OutboxEntry(target, json, Expires: entry.At + ReminderLife)
                    // No step makes a person's words stale, but their time does.
                    : TurnResult.IsPersons(activity) ? new OutboxEntry(target, json, Expires: entry.At + PromptLife)
                    : Reply(target, json, beside || (byClock && !TurnResult.IsBeside(activity)), entry.At));
        return entry with
        {
            // Whatever the clock wanted to say before is answered or overtaken by this; an offer beside it is no answer.
            DropsPerishable = result.Speaks && !beside,
            Outbox = [.. replies, .. rows],
        };
    }

    // That nobody could come stays true; what a clock said of the steps, or what is said again because it did not arrive, does not.
    private static OutboxEntry Reply(string target, string json, bool perishable, DateTimeOffset at) =>
        new(target, json, perishable, perishable ? at + PromptLife : null);
}
