using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts;

/// <summary>Prints a fault as a message that a clinician can act on.</summary>
public static class FaultPrinter
{
    /// <summary>Position, code and message; under them the remedy and the reason.</summary>
    public static string Print(Fault fault, string folder = "dialogs")
    {
        var hazard = fault.Hazard is null ? "" : $"   (hazard {fault.Hazard})";
        return $"{folder}/{fault.Spot}  {fault.Code}  {fault.Message}\n    {fault.Remedy}\n    Why: {RuleBook.Of(fault.Code).Why}{hazard}\n";
    }
}
