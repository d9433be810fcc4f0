namespace OverdoseBot.Paths.Tests;

/// <summary>One rule, asked till it finds a fault or has seen enough turns.</summary>
internal sealed class Watched(Invariant rule, int most, Action stop) : Invariant
{
    private readonly Lock _lock = new();
    private int _seen;

    public override string Number => rule.Number;

    public override string Title => rule.Title;

    public override bool? InPractice => rule.InPractice;

    /// <summary>After how many turns it first found a fault; null: it never did.</summary>
    public int? FoundAt { get; private set; }

    public override bool Applies(Edge edge)
    {
        lock (_lock)
        {
            if (++_seen > most)
            {
                stop();
            }
        }

        return rule.Applies(edge);
    }

    public override string? Check(Edge edge)
    {
        var fault = rule.Check(edge);
        if (fault is not null)
        {
            lock (_lock)
            {
                FoundAt ??= _seen;
            }

            stop();
        }

        return fault;
    }
}
