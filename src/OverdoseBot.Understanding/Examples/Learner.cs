namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// Learns from examples: a logistic regression for each head, by gradient steps that shrink with use (AdaGrad). The order is fixed and nothing
/// is drawn by chance, so that the same examples give the same weights on one machine.
/// </summary>
internal sealed class Learner(Heads heads, IReadOnlyList<Lesson> lessons, int traits)
{
    private const int Rounds = 24;
    private const double Step = 0.2;
    private const double Keep = 0.7;

    /// <summary>A fact is told in one message of twenty: what speaks for it must weigh more than that it is rare.</summary>
    private const double KeepFact = 4;
    private const int Stride = 7919;
    private const int Least = 2;

    private readonly double[][] _weights = [.. heads.All.Select(head => new double[traits * head.Classes.Length])];

    /// <summary>Learns every head; each is learned by itself.</summary>
    public void Learn() => Parallel.ForEach(heads.All, Fit);

    /// <summary>What a trait says, column by column, without what is too little to count.</summary>
    public IReadOnlyList<(byte Column, short Weight)> Says(int trait)
    {
        var says = new List<(byte, short)>();
        foreach (var head in heads.All)
        {
            for (var c = 0; c < head.Classes.Length; c++)
            {
                var rounded = (int)Math.Clamp(Math.Round(_weights[head.Index][trait * head.Classes.Length + c] * Learned.Unit), short.MinValue, short.MaxValue);
                if (Math.Abs(rounded) >= Least)
                {
                    says.Add(((byte)(head.First + c), (short)rounded));
                }
            }
        }

        return says;
    }

    private void Fit(Head head)
    {
        var learnt = Enumerable.Range(0, lessons.Count).Where(i => lessons[i].Targets[head.Index] >= 0).ToArray();
        var weights = _weights[head.Index];
        var squares = new double[weights.Length];

        // Shrunk each time it is used, a trait is shrunk alike whether it is common or rare.
        var shrink = new double[traits];
        foreach (var trait in learnt.SelectMany(i => lessons[i].Traits))
        {
            shrink[trait]++;
        }

        for (var i = 0; i < shrink.Length; i++)
        {
            shrink[i] = 1 / ((head.Classes.Length == 1 ? KeepFact : Keep) * Math.Max(1, shrink[i]));
        }

        var scores = new double[head.Classes.Length];
        for (var round = 0; round < Rounds; round++)
        {
            // A stride that shares no factor with the count goes through all of them in a scattered order.
            for (var i = 0; i < learnt.Length; i++)
            {
                var lesson = lessons[learnt[(int)((long)i * Stride % learnt.Length)]];
                One(lesson.Traits, lesson.Targets[head.Index], weights, squares, shrink, scores);
            }
        }
    }

    private static void One(int[] rows, int target, double[] weights, double[] squares, double[] shrink, double[] scores)
    {
        Array.Clear(scores);
        foreach (var row in rows)
        {
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[row * scores.Length + c];
            }
        }

        Chances.OfLogOdds(scores);
        foreach (var row in rows)
        {
            for (var c = 0; c < scores.Length; c++)
            {
                ref var weight = ref weights[row * scores.Length + c];
                ref var square = ref squares[row * scores.Length + c];
                var gradient = scores[c] - (c == target ? 1 : 0) + shrink[row] * weight;
                square += gradient * gradient;
                weight -= Step * gradient / (1e-6 + Math.Sqrt(square));
            }
        }
    }
}

/// <summary>One example as it is learned from.</summary>
/// <param name="Traits">Its traits, numbered, each once.</param>
/// <param name="Targets">For each head the class that was told; -1: it says nothing about it. A fact's only class is 0 when it was told, 1 when not.</param>
internal sealed record Lesson(int[] Traits, int[] Targets);
