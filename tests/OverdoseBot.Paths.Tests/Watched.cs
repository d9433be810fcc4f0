namespace OverdoseBot.Paths.Tests;

/// <summary>One rule, and what is done when it finds a fault.</summary>
internal sealed class Watched(Invariant rule, Action<string> found) : Invariant
{
    public override string Number => rule.Number;

    public override string Title => rule.Title;

    public override bool? InPractice => rule.InPractice;

    public override bool Applies(Edge edge) => rule.Applies(edge);

    public override string? Check(Edge edge)
    {
        var fault = rule.Check(edge);
        if (fault is not null)
        {
            found(fault);
        }

        return fault;
    }
}
