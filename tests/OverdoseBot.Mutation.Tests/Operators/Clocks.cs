namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>The dose clock, silence, prompts and the beat.</summary>
internal static class Clocks
{
    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Becomes("delay the re-dose", "alarms.*.at", "1m", "3m", "4m", "10m"),
        Operator.Drops("the dose clock is dropped, or starts or ends otherwise", "alarms.*", "alarms.*.since", "alarms.*.since.*", "alarms.*.until", "alarms.*.until.*", "alarms.*.apart"),
        Operator.Becomes("the dose clock is dropped, or starts or ends otherwise", "alarms.*.apart", "30s", "10m"),
        Operator.Becomes("the dose clock is dropped, or starts or ends otherwise", "alarms.*.step", "wake", "stay-on", "breathing"),
        Operator.Becomes("the dose clock is dropped, or starts or ends otherwise", "alarms.*.until.*", "respond/breaths", "respond/recovery-position", "respond/handover"),
        Operator.Becomes("silence is waited for longer", "steps.*.silence.web", "5s", "5m"),
        Operator.Becomes("silence is waited for longer", "steps.*.silence.sms", "5s", "10m"),
        Operator.Drops("drop prompts", "steps.*.prompts", "steps.*.prompts.after", "steps.*.prompts.after.*"),
        Operator.Becomes("prompts come late or too often", "steps.*.prompts.after.*", "10s", "45m"),
        Operator.Drops("the beat is dropped or wrong", "steps.*.pace", "steps.*.pace.when", "steps.*.pace.when.*"),
        Operator.Becomes("the beat is dropped or wrong", "steps.*.pace.per-minute", "12", "20", "60", "100", "110", "140"),
        Operator.Becomes("the beat is dropped or wrong", "steps.*.pace.kind", "breaths", "compressions"),
        Operator.Becomes("the beat is dropped or wrong", "steps.*.pace.when.*", "10", "12"),
        Operator.Becomes("a case ends or begins at the wrong time", "case.ends-after", "5m", "24h"),
        Operator.Becomes("a case ends or begins at the wrong time", "case.new-after", "10m", "48h"),
        Operator.Becomes("a case ends or begins at the wrong time", "case.same-dose-within", "1s", "3m"),
        Operator.Becomes("a dose is taken back too late or never", "case.dose-taken-back-within", "1s", "10m"),
        Operator.Drops("a case ends or begins at the wrong time", "ends-case"),
        Operator.Becomes("the lost go elsewhere", "fallback", "respond/start", "after/start", "respond/unwell", "respond/breathing", "respond/awake"),
    ];
}
