namespace OverdoseBot.Understanding.Examples;

/// <summary>Room for a thread to sum up what the traits of a message say; used again.</summary>
internal sealed class Tally(Learned learned)
{
    private readonly float[] _scores = new float[Outputs.Width(learned.Heads.Columns)];

    // A bit for each row: small enough to stay near the processor. Nothing was learned in row 0, as if it had been seen.
    private readonly ulong[] _seen = new ulong[(learned.Traits / 64) + 1];
    private readonly int[] _sums = new int[Learned.Units];
    private ulong[] _keys = new ulong[1024];
    private int[] _rows = new int[1024];
    private int _count;

    /// <summary>Whose sums these are.</summary>
    public Learned Of { get; } = learned;

    /// <summary>Begins a message.</summary>
    public void Begin() => _count = 0;

    /// <summary>Takes a trait; one that came before in the same message adds nothing.</summary>
    public void Take(ulong key)
    {
        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * _count);
            _rows = new int[2 * _count];
        }

        _keys[_count++] = key;
    }

    /// <summary>One sum a hidden unit, of all that was taken. All are looked up before any is added: far memory is read side by side, not one after the other.</summary>
    public ReadOnlySpan<int> Sum()
    {
        var rows = Rows();
        Array.Clear(_sums);
        Of.Add(rows, _sums);
        return _sums;
    }

    /// <summary>All traits are taken: what they say together, in log-odds, one a column; good until the next message begins.</summary>
    /// <param name="question">The one question that is weighed; null: none is.</param>
    public ReadOnlySpan<float> Settle(Head? question)
    {
        var sums = Sum();
        Of.Outputs.Say(sums, _scores, 0, Of.Heads.Everywhere);
        if (question is not null)
        {
            Of.Outputs.Say(sums, _scores, question.First, question.First + question.Classes.Length);
        }

        return _scores;
    }

    private ReadOnlySpan<int> Rows()
    {
        var (seen, rows, count) = (_seen, _rows, 0);
        seen[0] = 1;
        foreach (var key in _keys.AsSpan(0, _count))
        {
            var row = Of.Row(key);
            ref var bits = ref seen[row >> 6];
            rows[count] = row;
            count += (int)(~bits >> row) & 1;
            bits |= 1UL << row;
        }

        foreach (var row in rows.AsSpan(0, count))
        {
            seen[row >> 6] = 0;
        }

        return rows.AsSpan(0, count);
    }
}

/// <summary>Sums up what the traits of a message say.</summary>
internal readonly struct Adder(Tally tally) : ITraitTaker
{
    public void Take(char kind, ulong one, ulong two = 0, ulong three = 0) => tally.Take(TraitKey.Of(kind, one, two, three));
}
