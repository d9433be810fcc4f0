namespace OverdoseBot.Understanding.Examples;

/// <summary>
/// Learns the network from examples, one after the other, by gradient steps that shrink with use (AdaGrad) and with time. A part of the traits and units is
/// left out at each step, so that no one of them is relied upon. The order is fixed, and what is left out follows from a count, so that the same
/// examples give the same weights on one machine.
/// </summary>
internal sealed class Learner
{
    private const int Rounds = 12;
    private const float Step = 0.05f;
    private const int Stride = 7919;

    /// <summary>The weights of the last rounds are averaged, as they are four times a round.</summary>
    private const int Averaged = 6;
    private const int PerRound = 4;

    /// <summary>One trait of ten and one unit of five are left out at a step.</summary>
    private const float KeptTraits = 0.9f;
    private const float KeptUnits = 0.8f;

    private const int Units = Learned.Units;

    private readonly Heads _heads;
    private readonly IReadOnlyList<Lesson> _lessons;
    private readonly Layer _in;
    private readonly Layer _out;
    private readonly float[] _sums = new float[Units];
    private readonly float[] _back = new float[Units];
    private readonly float[] _scores;
    private readonly float[] _errors;
    private readonly double[] _chances;
    private readonly List<int> _kept = [];
    private Chance _chance = new(1);

    public Learner(Heads heads, IReadOnlyList<Lesson> lessons, int traits)
    {
        (_heads, _lessons) = (heads, lessons);
        (_in, _out) = (new Layer(traits, Units), new Layer(Units + 1, Outputs.Width(heads.Columns)));
        _in.Scatter(ref _chance, 0.04f);
        _out.Scatter(ref _chance, 0.125f);
        (_scores, _errors) = (new float[_out.Width], new float[_out.Width]);
        _chances = new double[heads.All.Max(h => h.Classes.Length)];
    }

    /// <summary>Learns, and gives what each unit says of each class and what each trait adds to each unit.</summary>
    public (Outputs Outputs, IReadOnlyList<sbyte[]> Marks) Learn()
    {
        long done = 0, all = (long)Rounds * _lessons.Count;
        for (var round = 0; round < Rounds; round++)
        {
            // A stride that shares no factor with the count goes through all of them in a scattered order.
            for (var i = 0; i < _lessons.Count; i++)
            {
                One(_lessons[(int)((long)i * Stride % _lessons.Count)], Step * (1 - ((float)done++ / all)));
                if (round >= Rounds - Averaged && i % Math.Max(1, _lessons.Count / PerRound) == 0)
                {
                    _in.Sum();
                    _out.Sum();
                }
            }
        }

        _in.Settle();
        _out.Settle();

        return Rounded.Of(_in, _out, _heads.Columns);
    }

    private void One(Lesson lesson, float step)
    {
        _kept.Clear();
        Array.Clear(_sums);
        foreach (var trait in lesson.Traits)
        {
            if (_chance.Next() < KeptTraits)
            {
                _kept.Add(trait);
                Layer.Add(_in.Row(trait), 1, _sums);
            }
        }

        _out.Row(Units).CopyTo(_scores);
        for (var unit = 0; unit < Units; unit++)
        {
            var passes = Learned.Passes(unit, _sums[unit]) && _chance.Next() < KeptUnits;
            _back[unit] = passes ? 1 / KeptUnits : 0;
            _sums[unit] *= _back[unit];
            if (_sums[unit] != 0)
            {
                Layer.Add(_out.Row(unit), _sums[unit], _scores);
            }
        }

        Err(lesson.Targets);
        for (var unit = 0; unit < Units; unit++)
        {
            if (_back[unit] != 0)
            {
                _back[unit] *= Layer.Dot(_out.Row(unit), _errors);
                _out.Move(unit, _errors, _sums[unit], step);
            }
        }

        _out.Move(Units, _errors, 1, step);
        foreach (var trait in _kept)
        {
            _in.Move(trait, _back, 1, step);
        }
    }

    // How far each class's chance is from what was told, as much as its head counts.
    private void Err(int[] targets)
    {
        Array.Clear(_errors);
        var opinion = new Opinion(_heads, _scores);
        foreach (var head in _heads.All)
        {
            if (targets[head.Index] is not (>= 0 and var target))
            {
                continue;
            }

            var chances = _chances.AsSpan(0, head.Classes.Length);
            opinion.All(head, chances);
            for (var c = 0; c < chances.Length; c++)
            {
                _errors[head.First + c] = (float)(chances[c] - (c == target ? 1 : 0)) * Counts(head);
            }
        }
    }

    private static float Counts(Head head) => head.Name switch
    {
        Heads.Intent => 0.7f,
        Heads.Distress => 0.5f,
        _ when head.Classes.Length == 1 => 0.5f,
        _ => 1,
    };
}

/// <summary>One example as it is learned from.</summary>
/// <param name="Traits">Its traits, numbered, each once.</param>
/// <param name="Targets">For each head the class that was told; -1: it says nothing about it. A fact's only class is 0 when it was told, 1 when not.</param>
internal sealed record Lesson(int[] Traits, int[] Targets);
