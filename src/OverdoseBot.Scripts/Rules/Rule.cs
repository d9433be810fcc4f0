namespace OverdoseBot.Scripts.Rules;

/// <summary>One thing that must hold in every script, and the hazard it controls.</summary>
internal abstract class Rule
{
    /// <summary>Its code, never used again for another rule.</summary>
    public abstract string Code { get; }

    /// <summary>The rule in one line.</summary>
    public abstract string Title { get; }

    /// <summary>The hazard it controls (<c>hazards.yaml</c>).</summary>
    public abstract string Hazard { get; }

    /// <summary>Why it is a rule; printed under every fault.</summary>
    public abstract string Why { get; }

    /// <summary>Everything in the library that breaks it.</summary>
    public abstract IEnumerable<Fault> Check(Library library);

    /// <summary>A fault of this rule.</summary>
    public Fault Fault(Spot spot, string message, string remedy) => new(Code, spot, message, remedy, Hazard);
}
