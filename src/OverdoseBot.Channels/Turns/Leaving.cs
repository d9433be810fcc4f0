using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>What a turn leaves to be delivered.</summary>
internal static class Leaving
{
    /// <summary>
    /// How long a clock's prompt, or an offer that nobody asked for, is worth sending: later it would speak of a moment long gone (wire-protocols.md 5.5).
    /// </summary>
    public static readonly TimeSpan PromptLife = TimeSpan.FromSeconds(300);

    /// <summary>
    /// The entry with its outbox rows: what goes to the hub, and one for each reply, unless the caller carries them or clients read the transcript.
    /// </summary>
    public static TurnEntry With(TurnEntry entry, TurnResult result, Activity inbound, ReplyRoute? route)
    {
        var rows = result.ToHub.Select(activity => new OutboxEntry(HubNames.Target, ActivityJson.Write(activity)));
        if (result.Record.Reference is not { } reference)
        {
            return entry with { Outbox = [.. rows] };
        }

        // That nobody could come stays true; what a clock said of the steps does not.
        var beside = Opinion.Is(inbound);
        var perishable = beside || (result.Speaks && inbound is { Type: ActivityTypes.Event, Name: OverdoseResponseBot.ClockEvent });
        DateTimeOffset? expires = perishable ? entry.At + PromptLife : null;
        var replies = route is { CallerCarries: true } ? [] : entry.Outgoing.Select(json => new OutboxEntry(reference.Target, json, perishable, expires));
        return entry with
        {
            // Whatever the clock wanted to say before is answered or overtaken by this; an offer beside it is no answer.
            DropsPerishable = result.Speaks && !beside,
            Outbox = [.. replies, .. rows],
        };
    }
}
