namespace OverdoseBot.Scripts.Rules;

/// <summary>One thing that must hold in every script, and the hazard it controls.</summary>
/// <param name="code">Its code, never used again for another rule.</param>
/// <param name="title">The rule in one line.</param>
/// <param name="hazard">The hazard it controls (<c>hazards.yaml</c>).</param>
/// <param name="why">Why it is a rule; printed under every fault.</param>
internal abstract class Rule(string code, string title, string hazard, string why)
{
    public string Code => code;

    public string Title => title;

    public string Hazard => hazard;

    public string Why => why;

    /// <summary>Everything in the library that breaks it.</summary>
    public abstract IEnumerable<Fault> Check(Library library);

    /// <summary>A fault of this rule.</summary>
    public Fault Fault(Spot? spot, string message, string remedy) => new(code, spot ?? new Spot("everywhere.yaml", 1, 1), message, remedy, hazard);
}
