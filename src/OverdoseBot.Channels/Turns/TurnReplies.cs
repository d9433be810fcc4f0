using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels;

/// <summary>The replies of a turn.</summary>
/// <param name="Turn">The turn's number in its conversation, from 1; 0 when no turn could be run and the emergency card was given.</param>
/// <param name="Activities">Replies in order.</param>
/// <param name="Repeated">True when the message had been answered before: these are the same replies.</param>
/// <param name="At">When the turn ran (UTC, milliseconds).</param>
public sealed record TurnReplies(long Turn, IReadOnlyList<Activity> Activities, bool Repeated, DateTimeOffset At)
{
    /// <summary>Each reply as JSON, written already; null: it was not.</summary>
    public IReadOnlyList<string>? Written { get; init; }

    /// <summary>True: the card was given, and the turn is still under way; what it says comes later.</summary>
    public bool Late { get; init; }
}
