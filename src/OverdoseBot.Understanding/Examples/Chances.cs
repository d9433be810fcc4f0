namespace OverdoseBot.Understanding.Examples;

/// <summary>Log-odds and chances.</summary>
internal static class Chances
{
    /// <summary>Turns log-odds into chances, in place; a single one is the chance of yes.</summary>
    public static void OfLogOdds(Span<double> scores)
    {
        if (scores.Length == 1)
        {
            scores[0] = 1 / (1 + Math.Exp(-scores[0]));
            return;
        }

        var (most, sum) = (double.NegativeInfinity, 0d);
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        for (var c = 0; c < scores.Length; c++)
        {
            sum += scores[c] = Math.Exp(scores[c] - most);
        }

        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }
}
