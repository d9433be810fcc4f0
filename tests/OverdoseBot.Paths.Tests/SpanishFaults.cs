using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Faults in the Spanish words: the English is right, and only who reads Spanish would be harmed.</summary>
internal static class SpanishFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("1", "the greeting has no number", l => l.Step("respond/start", s => s.Says("¿Alguien no despierta o no respira bien? Llama a alguien."))),
        Of("1", "the greeting does not say when", l => l.Step("respond/start", s => s.Says("Llama ya al {emergency}, en altavoz."))),
        Of("2a", "the call line says to wait", l => l with { CallLine = l.CallLine with { Full = "Espera un poco.", Reminder = "Espera." } }),
        Of("2d", "a step tells the number of another region", l => l.Step("respond/wake", s => s.Says("Llama al 112. Grita su nombre. ¿Despertó?"))),
        Of("3a", "breaths are asked about and not told", l => l.Step("respond/breaths", s => s.Says("Mírale el pecho. ¿Qué ves?"))),
        Of("3b", "the kit comes before breaths", l => l.Step("respond/breaths", s => s.Says("Busca el spray. Luego da 2 soplos."))),
        Of("4b", "silence has another lead", l => l.Step("respond/wake", s => s with { Silence = s.Silence! with { Lead = "¿Hola?" } })),
        Of("4d", "unclear in the recovery position asks nothing", l => l.Step("respond/recovery-position", s => s.Says("Quédate ahí."))) with { Limit = 1000 },
        Of("5a", "pushes are not told", l => l.Step("respond/compressions", s => s.Says("Da 2 soplos boca a boca."))),
        Of("5b", "pushes never speak of a dose", l => l.Step("respond/compressions", s => s.Says("Empuja fuerte y rápido. 30 empujes, 2 soplos."))),
        Of("7b", "the dose clock asks about waking", l => l.Step("respond/re-check", s => s.Says("¿Ya despertó? Mira si respira."))) with { Limit = 2000 },
        Of("8", "the bot claims to have called", l => l.Step("respond/wake", s => s.Says("Ya llamé al 911 por ti. ¿Despertó?"))),
        Of("8", "the bot blames", l => l.Step("respond/wake", s => s.Says("Es tu culpa. ¿Despertó?"))),
        Of("A", "a step says nothing", l => l.Step("respond/start", s => s.Says(""))),
        Of("G", "the call line was not translated", l => l with { CallLine = l.CallLine with { Full = "Call {emergency} now, on speaker.", Reminder = "Call {emergency}." } }),
        Of("B", "a text does not fit", l => l.Step("respond/wake", s => s.Says(new string('x', 161)))) with { Sms = true },
    ];

    private static Fault Of(string rule, string what, Func<Library, Library> make) => new(rule, what, l => l.In("es", make)) { Language = "es" };
}
