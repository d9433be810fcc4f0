using Microsoft.Bot.Schema;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>The answer when a turn fails: the record is kept, the step is repeated, the emergency number is restated (safety rule 10).</summary>
public static class SafeReply
{
    private static readonly TimeSpan _retryPause = TimeSpan.FromSeconds(15);

    /// <summary>The record to keep, and the activities to send.</summary>
    public static (CaseRecord Record, IReadOnlyList<Activity> Outgoing) For(CaseRecord record, Library library, Activity inbound, DateTimeOffset now)
    {
        // Without the facts that end the call line, so that the number is said whatever was confirmed before.
        var turn = new Turn(library, record.Without(library.CallLine.Until), now);
        var top = record.Top() is { } place ? turn.Library.Find(place) : null;
        var step = top ?? turn.Library.Find(library.Fallback)!;
        if (record.Drill is not null && library.Drills is not null)
        {
            // The step of a practice says that nothing is real: the way out is what is safe to say.
            DrillSpeech.Doubt(turn);
            return (Later(record, now), Outgoing(turn, inbound));
        }

        if (!library.CallKinds.Contains(step.Kind) && library.Asides.ContainsKey(Aside.IfReal))
        {
            // Calm words may not say the number; whoever gets them twice may be in trouble now.
            turn.Asides.Add(turn.Library.Asides[Aside.IfReal]);
        }

        new Speaker(turn).Say(step);
        return (Later(record, now), Outgoing(turn, inbound));
    }

    private static List<Activity> Outgoing(Turn turn, Activity inbound)
    {
        var reference = inbound.GetConversationReference();
        return [.. Guide.Activities(turn).Select(a => (Activity)((Activity)a).ApplyConversationReference(reference))];
    }

    // A clock whose turn fails must not fail again at once, nor be lost: it tries again a little later.
    private static CaseRecord Later(CaseRecord record, DateTimeOffset now) =>
        record with { Alarms = ClockPlan.Apart(record.Alarms.Select(a => a.Due > now ? a : a with { Due = now + _retryPause }).OrderBy(a => a.Due), now) };
}
