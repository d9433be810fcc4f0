namespace OverdoseBot.Scripts.Rules;

internal sealed class TheLostGoToAnEmergencyStep() : Rule("OD0019", "A lost conversation goes on at an emergency step", "H-02",
    "whoever was in the middle of something must be met by care, not by a greeting.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        library.Find(library.Fallback) is { } step && step.Kind != StepKind.Emergency
            ? [Fault(library.Spots.GetValueOrDefault("fallback"), $"\"{library.Fallback}\" is not an emergency step.", "Name a step of   kind: emergency   .")]
            : [];
}
