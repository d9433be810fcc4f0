namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// Learns from examples: a logistic regression for each head, by gradient steps that shrink with use (AdaGrad). The order is fixed and nothing
/// is drawn by chance, so that the same examples give the same weights on one machine.
/// </summary>
internal static class Learner
{
    private const int Rounds = 16;
    private const int FewestUses = 2;
    private const double Step = 0.25;
    private const double Keep = 3;
    private const int Least = 2;

    public static Learned Learn(Heads heads, string fingerprint, IReadOnlyList<Example> examples)
    {
        var traits = Count(examples);
        var rows = examples.Select(e => RowsOf(e, traits)).ToArray();
        var targets = examples.Select(e => TargetsOf(e, heads)).ToArray();
        var weights = new double[traits.Count * heads.Columns];
        foreach (var head in heads.All)
        {
            Fit(head, heads.Columns, rows, targets, weights);
        }

        return Learned.Of(heads, fingerprint, traits.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (t.Key, Row(weights.AsSpan(t.Value * heads.Columns, heads.Columns)))).Where(t => t.Item2.Any(w => w != 0)));
    }

    private static Dictionary<string, int> Count(IReadOnlyList<Example> examples)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var trait in examples.SelectMany(e => Names(e).Distinct()))
        {
            uses[trait] = uses.GetValueOrDefault(trait) + 1;
        }

        return uses.Where(u => u.Value >= FewestUses).Select((u, i) => (u.Key, i)).ToDictionary(u => u.Key, u => u.i, StringComparer.Ordinal);
    }

    private static int[] RowsOf(Example example, Dictionary<string, int> traits) =>
        [.. Names(example).Select(n => traits.GetValueOrDefault(n, -1)).Where(r => r >= 0)];

    private static List<string> Names(Example example)
    {
        var names = new Namer();
        Traits.Of(example.Text, example.Dialog, example.Step, ref names);
        return names.All;
    }

    // For each head the class that was told; -1: it says nothing about it. A fact's only class is 0 when it was told and 1 when not.
    private static int[] TargetsOf(Example example, Heads heads)
    {
        var facts = example.Facts.Split(' ');
        return [.. heads.All.Select(head => head.Name switch
        {
            Heads.Intent => head.Classes.IndexOf(example.Intent),
            Heads.Distress => head.Classes.IndexOf(example.Distress),
            _ when head.Classes.Length > 1 => example.FirstAsked is { } first && head.Name == Heads.Answer(first) ? head.Classes.IndexOf(example.Answer) : -1,
            _ => facts is ["*"] ? -1 : facts.Contains(head.Classes[0]) ? 0 : 1,
        })];
    }

    private static void Fit(Head head, int columns, int[][] rows, int[][] targets, double[] weights)
    {
        var learnt = Enumerable.Range(0, rows.Length).Where(i => targets[i][head.Index] >= 0).ToArray();
        var squares = new double[weights.Length / columns * head.Classes.Length];

        // Shrunk each time it is used, a trait is shrunk alike whether it is common or rare.
        var shrink = new double[weights.Length / columns];
        foreach (var row in learnt.SelectMany(i => rows[i].Distinct()))
        {
            shrink[row]++;
        }

        for (var i = 0; i < shrink.Length; i++)
        {
            shrink[i] = 1 / (Keep * Math.Max(1, shrink[i]));
        }

        var scores = new double[head.Classes.Length];
        for (var round = 0; round < Rounds; round++)
        {
            // A stride that shares no factor with the count goes through all of them in a scattered order.
            for (var i = 0; i < learnt.Length; i++)
            {
                var example = learnt[(int)((long)i * 7919 % learnt.Length)];
                One(head, columns, rows[example], targets[example][head.Index], weights, squares, shrink, scores);
            }
        }
    }

    private static void One(Head head, int columns, int[] rows, int target, double[] weights, double[] squares, double[] shrink, double[] scores)
    {
        Array.Clear(scores);
        foreach (var row in rows)
        {
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[row * columns + head.First + c];
            }
        }

        Chance(scores);
        for (var c = 0; c < scores.Length; c++)
        {
            var wrong = scores[c] - (c == target ? 1 : 0);
            foreach (var row in rows)
            {
                ref var weight = ref weights[row * columns + head.First + c];
                ref var square = ref squares[row * scores.Length + c];
                var gradient = wrong + shrink[row] * weight;
                square += gradient * gradient;
                weight -= Step * gradient / (1e-6 + Math.Sqrt(square));
            }
        }
    }

    /// <summary>Turns log-odds into chances, in place; a single one is the chance of yes.</summary>
    private static void Chance(double[] scores)
    {
        if (scores.Length == 1)
        {
            scores[0] = 1 / (1 + Math.Exp(-scores[0]));
            return;
        }

        var (most, sum) = (scores.Max(), 0d);
        for (var c = 0; c < scores.Length; c++)
        {
            sum += scores[c] = Math.Exp(scores[c] - most);
        }

        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }
    }

    private static short[] Row(ReadOnlySpan<double> weights)
    {
        var row = new short[weights.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var rounded = (int)Math.Clamp(Math.Round(weights[i] * Learned.Unit), short.MinValue, short.MaxValue);
            row[i] = (short)(Math.Abs(rounded) < Least ? 0 : rounded);
        }

        return row;
    }

    private readonly struct Namer() : ITraitTaker
    {
        public List<string> All { get; } = [];

        public void Take(ReadOnlySpan<char> trait) => All.Add(trait.ToString());
    }
}
