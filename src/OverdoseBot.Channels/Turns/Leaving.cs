using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>What a turn leaves to be delivered.</summary>
internal static class Leaving
{
    /// <summary>How long a clock's prompt is worth sending: later it would speak of a moment long gone (wire-protocols.md 5.5).</summary>
    public static readonly TimeSpan PromptLife = TimeSpan.FromSeconds(300);

    /// <summary>The entry with its outbox rows: one for each activity, unless the caller carries them or clients read the transcript.</summary>
    public static TurnEntry With(TurnEntry entry, CaseRecord record, IReadOnlyList<Activity> outgoing, ReplyRoute? route, bool byClock)
    {
        if (record.Reference is not { } reference)
        {
            return entry;
        }

        DateTimeOffset? expires = byClock ? entry.At + PromptLife : null;
        return entry with
        {
            // Whatever the clock wanted to say before is answered or overtaken by this.
            DropsPerishable = outgoing.Count > 0,
            Outbox = route is { CallerCarries: true }
                ? []
                : [.. entry.Outgoing.Select(json => new OutboxEntry(reference.Target, json, byClock, expires))],
        };
    }
}
