namespace OverdoseBot.Paths;

/// <summary>A safety rule of ARCHITECTURE section 7, asserted on the messages actually sent.</summary>
internal abstract class Invariant
{
    /// <summary>The rule's number, with a letter where one rule is several checks.</summary>
    public abstract string Number { get; }

    /// <summary>What must hold, in a line.</summary>
    public abstract string Title { get; }

    /// <summary>Whether it holds in a practice (true), outside of one (false), or everywhere (null).</summary>
    public virtual bool? InPractice => false;

    /// <summary>True when the rule says something about this turn.</summary>
    public abstract bool Applies(Edge edge);

    /// <summary>What is wrong, without times, so that the same fault is counted once; null: the rule holds.</summary>
    public abstract string? Check(Edge edge);
}
