namespace OverdoseBot.Understanding.Examples;

/// <summary>What the second reader thinks of one message.</summary>
internal readonly ref struct Opinion(Heads heads, ReadOnlySpan<float> scores)
{
    private readonly ReadOnlySpan<float> _scores = scores;

    public Heads Heads { get; } = heads;

    /// <summary>The chance, 0 to 1, that the message says so; 0 when no example says anything about it.</summary>
    public double Of(string head, string word)
    {
        if (Heads.Find(head) is not { } found || found.Classes.IndexOf(word) is not (>= 0 and var at))
        {
            return 0;
        }

        Span<double> chances = stackalloc double[found.Classes.Length];
        All(found, chances);
        return chances[at];
    }

    /// <summary>The chance of a head's every class.</summary>
    public void All(Head head, Span<double> chances)
    {
        for (var c = 0; c < chances.Length; c++)
        {
            chances[c] = _scores[head.First + c];
        }

        Chances.OfLogOdds(chances);
    }
}
