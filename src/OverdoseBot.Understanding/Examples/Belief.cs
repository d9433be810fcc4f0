namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// Finds how unlike all others a message must be before good news in it is not believed: for each class the chance that nearly all true examples
/// reach when they are read by somebody who learned from the other half.
/// </summary>
internal static class Belief
{
    /// <summary>The part of the true examples that may look less likely than the bound.</summary>
    private const double Part = 0.01;

    /// <summary>The bound is never higher, in thousandths.</summary>
    private const int Most = 200;

    /// <summary>The bounds, one a column, in thousandths.</summary>
    public static int[] Bounds(Heads heads, IReadOnlyList<Example> examples)
    {
        var chances = Enumerable.Range(0, heads.Columns).Select(_ => new List<double>()).ToArray();
        for (var half = 0; half < 2; half++)
        {
            var learned = Learner.Learn(heads, string.Empty, [.. examples.Where((_, i) => i % 2 != half)]);
            foreach (var example in examples.Where((_, i) => i % 2 == half))
            {
                Note(learned, example, chances);
            }
        }

        return [.. chances.Select(Bound)];
    }

    private static void Note(Learned learned, Example example, List<double>[] chances)
    {
        var sums = new int[learned.Heads.Columns];
        learned.Sum(example.Text, example.Dialog, example.Step, sums);
        var opinion = new Opinion(learned, sums);
        foreach (var fact in example.Facts.Split(' '))
        {
            Add(Heads.Fact(fact), fact, opinion);
        }

        if (example.FirstAsked is { } first)
        {
            Add(Heads.Answer(first), example.Answer, opinion);
        }

        void Add(string name, string word, Opinion opinion)
        {
            if (learned.Heads.Find(name) is { } head && head.Classes.IndexOf(word) is >= 0 and var at)
            {
                chances[head.First + at].Add(opinion.Of(name, word)!.Value);
            }
        }
    }

    private static int Bound(List<double> chances)
    {
        if (chances.Count == 0)
        {
            return 0;
        }

        chances.Sort();
        return Math.Min(Most, (int)(1000 * chances[(int)(Part * chances.Count)]));
    }
}
