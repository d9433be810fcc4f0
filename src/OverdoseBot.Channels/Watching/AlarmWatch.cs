using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Watching;

/// <summary>What is measured of an alarm.</summary>
internal static class AlarmWatch
{
    /// <summary>Counts a ring that was kept, and how late it was.</summary>
    public static Task<TurnReplies> RangAsync(TimeProvider time, DateTimeOffset due, Task<TurnReplies> ring) =>
        Instruments.Alarms.Enabled || Instruments.AlarmLateness.Enabled ? CountedAsync(time, due, ring) : ring;

    private static async Task<TurnReplies> CountedAsync(TimeProvider time, DateTimeOffset due, Task<TurnReplies> ring)
    {
        var replies = await ring;
        if (replies is { Turn: > 0, Repeated: false })
        {
            Instruments.Alarms.Add(1);
            Instruments.AlarmLateness.Record(Math.Max(0, (time.GetUtcNow() - due).TotalSeconds));
        }

        return replies;
    }
}
