using OverdoseBot.Journal;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>Clocks: none is left unrung, none rang before its time, and in every calm what was due rang soon after it was due, or after everything was up.</summary>
internal sealed class AlarmChecker(IJournal journal, IReadOnlyList<Ring> rings, IReadOnlyList<Calm> calms, TimeSpan mostLate, Verdict verdict)
{
    public async Task CheckAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var left = await journal.DueAsync(now - mostLate, int.MaxValue, CancellationToken.None);
        verdict.FaultUnless(left.Count == 0, $"alarms: {left.Count} are overdue and nobody rings them");
        var lates = new List<TimeSpan>();
        foreach (var ring in rings)
        {
            verdict.FaultUnless(ring.At >= ring.Due, $"alarms: one rang {ring.Due - ring.At} early");
            if (InCalm(ring) is { } late)
            {
                lates.Add(late);
                verdict.FaultUnless(late <= mostLate, $"alarms: one of {ring.Conversation} rang {late.TotalSeconds:0.000} s after it was due and everything was up");
            }
        }

        var overall = rings.Select(r => r.At - r.Due).DefaultIfEmpty().Max();
        verdict.Count($"alarms: {rings.Count} rang once, {lates.Count} of them in {calms.Count} calms at most {lates.DefaultIfEmpty().Max().TotalSeconds:0.000} s late, in gusts of kills at most {overall.TotalSeconds:0.000} s");
    }

    // The first calm in which it was due: it must ring in it, unless too little of it is left.
    private TimeSpan? InCalm(Ring ring)
    {
        if (calms.FirstOrDefault(c => ring.Due < c.Until) is not { } calm)
        {
            return null;
        }

        var since = ring.Due > calm.From ? ring.Due : calm.From;
        var late = ring.At - since;
        return late < TimeSpan.Zero || (ring.At > calm.Until && since + mostLate > calm.Until) ? null : late;
    }
}
