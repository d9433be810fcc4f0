
namespace OverdoseBot.Paths.Tests;

/// <summary>Faults that only one region shows, or moving from one to another, and taps.</summary>
internal static class PlaceFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("2d", "the line about credit tells the number of another region", l => l.Region("uk", r => r with { Credit = "Call 911, it works with no credit." })) { Region = "uk" },
        new("2d", "a step tells a number that holds in one region only", l => l.Step("respond/wake", s => s.Says("Call 911. Shout, shake them. Did they wake up?"))) { Region = "nz" },
        new("2d", "an aside tells a number where nobody knows the place", l => l.Aside("afraid", "You can call 911 and say only: they will not wake up.")) { Region = "unknown" },
        new("1", "the greeting of the unknown region has no number", l => l.Step("respond/start", s => s.Says("Someone will not wake up, or is not breathing right? Call for help."))) { Region = "unknown" },
        new("B", "a text is too long only with the longest number", l => l.Step("respond/wake", s => s.Says("Call {emergency}. Shout. " + new string('x', 126)))) { Region = "unknown", Sms = true },
        new("F", "saying the country leads elsewhere", l => l.Always("in-uk", "wake")),
        new("F", "asking for another language leads elsewhere", l => l.Always("speak-spanish", "wake").In("es", e => e.Always("speak-spanish", "wake"))),
        new("I", "a second tap on the same button leads on", l => l.Step("respond/breathing", s => s.Leads("not-waking", "compressions"))) { Limit = 200 },
    ];
}
