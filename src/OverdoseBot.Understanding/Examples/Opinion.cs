namespace OverdoseBot.Understanding.Examples;

/// <summary>What the second reader thinks of one message.</summary>
internal readonly ref struct Opinion(Heads heads, ReadOnlySpan<float> scores)
{
    private readonly ReadOnlySpan<float> _scores = scores;

    public Heads Heads { get; } = heads;

    /// <summary>The log-odds of a head's first class.</summary>
    public float Score(Head head) => _scores[head.First];

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
