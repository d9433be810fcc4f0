using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Faults in the English scripts, in a region whose number everybody knows.</summary>
internal static class EnglishFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("1", "the greeting has no number", l => l.Step("respond/start", s => s.Says("Someone will not wake up, or is not breathing right? Call for help."))),
        new("1", "the greeting does not say when", l => l.Step("respond/start", s => s.Says("Call {emergency} now, on speaker."))),
        new("2a", "the call line heads triage only", l => l with { CallKinds = [StepKind.Triage] }),
        new("2b", "a step asks whether they are calling on its own account", l => l.Step("respond/wake", s => s with { Choices = s.Choices.Add(l.CallLine.Ask) })),
        new("3a", "breaths are asked about and not told", l => l.Step("respond/breaths", s => s.Says("Look at the chest. What do you see?"))),
        new("3b", "the kit comes before breaths", l => l.Step("respond/breaths", s => s.Says("Get the nose spray. Then give 2 breaths."))),
        new("4a", "unclear at breathing is taken for normal", l => l.Step("respond/breathing", s => s.Leads("unclear", "recovery-position"))),
        new("4b", "silence has another lead", l => l.Step("respond/wake", s => s with { Silence = s.Silence! with { Lead = "Hello?" } })),
        new("4b", "silence leads to the calm side", l => l.Step("respond/breathing", s => s with { Silence = s.Silence! with { Then = Plant.Move(s, "awake") } })) { Limit = 2000 },
        new("4b", "silence is not heard at all", l => l.Step("respond/wake", s => s with { Silence = null })),
        new("4c", "a silence clock while hands are busy", l => l.Step("respond/breaths", s => s with { Silence = l.Scripts["respond"].ByName["wake"].Silence })),
        new("J", "who stopped jerking is shaken", l => l.Step("respond/start", s => s with { First = [.. s.First.Where(a => a.Word != "fit-over")] })),
        new("4d", "unclear in the recovery position orders pushes", l => l.Step("respond/recovery-position", s => s.Leads("unclear", "compressions"))) { Limit = 1000 },
        new("4d", "unclear in the recovery position asks nothing", l => l.Step("respond/recovery-position", s => s.Says("Stay with them."))) { Limit = 1000 },
        new("4e", "getting ready is hurried", l => l.Step("prepare/start", s => s with { Prompts = new Prompts([TimeSpan.FromMinutes(1)], null) })),
        new("4f", "a tap on the call button holds nothing", l => l with { CallLine = l.CallLine with { HoldsSilence = TimeSpan.Zero } }),
        new("4f", "a tap on the call button holds silence for 10 minutes", l => l with { CallLine = l.CallLine with { HoldsSilence = TimeSpan.FromMinutes(10) } }),
        new("5a", "stopped breathing stays", l => l.Script("respond", s => s with { First = [.. s.First.Select(a => a.Word == "stopped-breathing" ? new Answer(a.Word, Plant.Move(s.Steps[0], null)) : a)] })),
        new("5b", "pushes never speak of a dose", l => l.Step("respond/compressions", s => s.Says("Push hard and fast. 30 pushes, 2 breaths.") with { Choices = [], Known = [] })),
        new("7a", "the dose clock rings after 5 minutes", l => l.Alarm(a => a with { At = TimeSpan.FromMinutes(5) })),
        new("7a", "the dose clock starts only with a device message", l => l.Alarm(a => a with { Since = ["device"] })),
        new("7b", "the dose clock asks about waking", l => l.Step("respond/re-check", s => s.Says("2 minutes. Did they wake up? Look at the breathing."))) { Limit = 2000 },
        new("7b", "the dose clock leads to another step", l => l.Alarm(a => a with { Step = new Place("respond", "wake") })) { Limit = 2000 },
        new("7c", "breaths stop the dose clock", l => l.Alarm(a => a with { Until = a.Until.Add(new Place("respond", "breaths")) })),
        new("7d", "looks come every 30 s", l => l.Step("respond/compressions", s => s with { Prompts = s.Prompts! with { After = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)] } })) { Limit = 8000 },
        new("8", "the bot claims to have called", l => l.Step("respond/wake", s => s.Says("I have called 911 for you. Did they wake up?"))),
        new("P", "slow breathing is taken for good breathing", l => l.Step("respond/breathing", s => s.Leads("slow", "recovery-position"))),
        new("6b", "distress sends them back to waking", l => l.Always("distress", "wake")),
        new("6d", "pushes are taken for calm time", l => l.Step("respond/compressions", s => s with { Mark = s.Mark.Add("calm-time"), Clear = [] })),
        new("10b", "two steps lead to each other", l => l
            .Step("respond/wake", s => s with { Known = ["not-waking"] })
            .Step("respond/breathing", s => s.Leads("not-waking", "wake") with { Known = ["not-waking"] })),
        new("A", "a step says nothing", l => l.Step("respond/start", s => s.Says(""))),
        new("B", "a text does not fit", l => l.Step("respond/wake", s => s.Says(new string('x', 161)))) { Sms = true },
        new("B", "a text leaves GSM-7", l => l.Step("respond/wake", s => s.Says("Shout their name … Awake?"))) { Sms = true },
    ];
}
