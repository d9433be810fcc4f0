using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Which clocks run after a turn, and when each rings. A function of the record, the script and the time.</summary>
internal static class ClockPlan
{
    public const string Silence = "silence";
    public const string Prompt = "look";
    public const string End = "end";
    public const string Person = "person";
    public const string Kit = "kit";
    public const string Practice = "practice";
    public const string Plan = "plan";

    /// <summary>The record with its clocks set, earliest first.</summary>
    public static CaseRecord Set(CaseRecord record, Library library, DateTimeOffset now)
    {
        if (record.Drill is { } drill)
        {
            return record with { Alarms = Apart(Waiting(record).Append(Playing(drill, record.LastHeard ?? now, library.Drills, now)).OrderBy(c => c.Due), now) };
        }

        if (record.Stack.IsEmpty || record.LastHeard is not { } heard || library.Find(record.Top()!) is not { } step)
        {
            return record with { Alarms = Apart(Waiting(record), now) };
        }

        record = StopFinished(record, library);
        if (record.Ended)
        {
            return record with { Alarms = [] };
        }

        var clocks = Waiting(record).ToList();
        clocks.AddRange(Running(record, library).Select(a => new SetAlarm(AlarmKind.Clock, a.Name, Due(a, record))));
        var quiet = library.OnlyClocksWhen.Any(record.Has);
        if (!quiet && step.Silence is { } silence)
        {
            var due = record.SilentSince + (record.Sms ? silence.Sms : silence.Web);
            clocks.Add(new SetAlarm(AlarmKind.Silence, Silence, record.SilenceHeldUntil is { } held && held > due ? held : due));
        }

        // While a dialog clock runs it is the look at the chest; a second one would come too soon after it.
        if (clocks.All(c => c.Kind != AlarmKind.Clock) && step.Prompts is { } prompts && (!quiet || prompts.WhileLed) && record.PromptsSent < prompts.After.Length)
        {
            var wait = prompts.After[record.PromptsSent];
            var due = record.Entered + wait;
            clocks.Add(new SetAlarm(AlarmKind.Prompt, Prompt, due > now ? due : now + wait));
        }

        if (step.Kind is StepKind.Triage or StepKind.Emergency)
        {
            clocks.Add(new SetAlarm(AlarmKind.End, End, heard + library.Case.EndsAfter));
        }

        return record with { Alarms = Apart(clocks.OrderBy(c => c.Due).ThenBy(c => c.Kind), now) };
    }

    /// <summary>
    /// The call button was tapped: the person acted, and talks to the dispatcher now. Silence is held; no other clock moves. A case that is over stays over,
    /// and at a step that no script knows the clocks stay as they are.
    /// </summary>
    public static CaseRecord Hold(CaseRecord record, Library library, DateTimeOffset now)
    {
        var old = record.Ended || now - (record.LastHeard ?? now) >= library.Case.NewAfter;
        if (old || record.Stack.IsEmpty || library.Find(record.Top()!) is null)
        {
            return record;
        }

        var held = Set(record with { LastHeard = now, SilenceHeldUntil = now + library.CallLine.HoldsSilence }, library, now);

        // A look that is due this very moment has not rung yet: set anew it would come a whole wait later.
        var look = record.Alarms.FirstOrDefault(a => a.Kind == AlarmKind.Prompt);
        return look is null ? held : held with { Alarms = [.. held.Alarms.Select(a => a.Kind == AlarmKind.Prompt ? look : a).OrderBy(a => a.Due)] };
    }

    /// <summary>
    /// After a turn beside the steps: their clocks stand as they did, to the millisecond. Only the wait for a person and the end of the case are new.
    /// </summary>
    public static CaseRecord Keep(CaseRecord record, Library library)
    {
        var kept = record.Alarms.Where(a => a.Kind is not (AlarmKind.Handoff or AlarmKind.Forget or AlarmKind.End)).ToList();
        var end = record.Alarms.Where(a => a.Kind == AlarmKind.End && record.LastHeard is not null).Select(a => a with { Due = record.LastHeard!.Value + library.Case.EndsAfter });
        foreach (var clock in Waiting(record).Concat(end))
        {
            // A ring is known by its time: no two at one millisecond.
            var due = clock.Due;
            while (kept.Exists(a => a.Due == due))
            {
                due += TimeSpan.FromMilliseconds(1);
            }

            kept.Add(clock with { Due = due });
        }

        return record with { Alarms = [.. kept.OrderBy(a => a.Due)] };
    }

    /// <summary>The clock that clients show: that of a dialog, or a step's next look; null: none runs.</summary>
    public static SetAlarm? Shown(CaseRecord record) => record.Alarms.FirstOrDefault(a => a.Kind is AlarmKind.Clock or AlarmKind.Prompt);

    /// <summary>Dialog clocks that are due already, because the person said when the dose was given.</summary>
    public static IReadOnlyList<Alarm> Overdue(CaseRecord record, Library library, DateTimeOffset now) =>
        [.. Running(record, library).Where(a => Due(a, record) <= now)];

    /// <summary>The dialog clock of that name that runs; null: none, the scripts were changed.</summary>
    public static Alarm? Find(CaseRecord record, Library library, string name) => InForce(record, library).FirstOrDefault(a => a.Name == name && Since(a, record) is not null);

    /// <summary>When the clock's start was: the latest of its marks; null: it was never started.</summary>
    public static DateTimeOffset? Since(Alarm alarm, CaseRecord record) =>
        alarm.Since.Select(m => m == "dose" ? (record.Doses.IsEmpty ? null : record.Doses[^1]) : record.Marks.GetValueOrDefault(m)?.Last).Max();

    /// <summary>A ring is known by its time: no two at one millisecond, and none in the past, where one may have rung already.</summary>
    public static ImmutableArray<SetAlarm> Apart(IEnumerable<SetAlarm> clocks, DateTimeOffset now)
    {
        var (apart, last) = (ImmutableArray.CreateBuilder<SetAlarm>(), now);
        foreach (var clock in clocks)
        {
            last = clock.Due > last ? clock.Due : last + TimeSpan.FromMilliseconds(1);
            apart.Add(clock with { Due = last });
        }

        return apart.ToImmutable();
    }

    private static IEnumerable<SetAlarm> Waiting(CaseRecord record) =>
        record.RemindAt is { } remind ? [new SetAlarm(AlarmKind.Reminder, Kit, remind)]
        : new[]
        {
            record.Handoff is { Here: false } handoff ? new SetAlarm(AlarmKind.Handoff, Person, handoff.Asked + HandOffs.Patience) : null,
            record is { Plan: { } plan, LastHeard: { } heard } ? new SetAlarm(AlarmKind.Forget, Plan, plan.Due(heard)) : null,
        }.OfType<SetAlarm>();

    // The real case stands still while another is played. In a quick practice nobody waits for its clocks, but everybody may take their time to answer.
    private static SetAlarm Playing(DrillState drill, DateTimeOffset heard, Drills? drills, DateTimeOffset now)
    {
        var over = heard + (drills?.EndsAfter ?? TimeSpan.Zero);
        var next = drill.Case.Alarms.IsEmpty ? over : drill.Case.Alarms[0].Due - drill.Ahead;
        next = drill is { Quick: true, Case.Alarms: [{ Kind: AlarmKind.Clock or AlarmKind.Prompt }, ..] } && drills is not null && next > now + drills.QuickWait ? now + drills.QuickWait : next;
        return new SetAlarm(AlarmKind.Drill, Practice, next < over ? next : over);
    }

    // None that the step where they are ends.
    private static IEnumerable<Alarm> Running(CaseRecord record, Library library) =>
        InForce(record, library).Where(a => !(record.Top() is { } top && a.Until.Contains(top)) && Since(a, record) is { } since && record.Rung.GetValueOrDefault(a.Name) < since);

    private static DateTimeOffset Due(Alarm alarm, CaseRecord record)
    {
        var due = Since(alarm, record)!.Value + alarm.At;
        return record.LastLook is { } look && look + alarm.Apart > due ? look + alarm.Apart : due;
    }

    // A step that ends a clock ends it for good: an old dose never rings after a relapse.
    private static CaseRecord StopFinished(CaseRecord record, Library library)
    {
        var top = record.Top()!;
        var over = InForce(record, library).Where(a => a.Until.Contains(top) && Since(a, record) is not null);
        return record with { Rung = record.Rung.SetItems(over.Select(a => KeyValuePair.Create(a.Name, Since(a, record)!.Value))) };
    }

    private static IEnumerable<Alarm> InForce(CaseRecord record, Library library) =>
        record.Stack.SelectMany(f => library.Scripts.TryGetValue(f.Dialog, out var s) ? (IEnumerable<string?>)[f.Dialog, s.Within] : [])
            .OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(d => library.Scripts[d].Alarms);
}
