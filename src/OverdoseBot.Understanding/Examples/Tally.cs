namespace OverdoseBot.Understanding.Examples;

/// <summary>Room for a thread to sum up what the traits of a message say; used again.</summary>
internal sealed class Tally(Learned learned)
{
    private readonly int[] _seen = new int[learned.Traits];
    private readonly float[] _scores = new float[Outputs.Width(learned.Heads.Columns)];
    private int _message;

    /// <summary>Whose sums these are.</summary>
    public Learned Of { get; } = learned;

    /// <summary>One sum a hidden unit.</summary>
    public int[] Sums { get; } = new int[Learned.Units];

    /// <summary>Begins a message.</summary>
    public void Begin()
    {
        Array.Clear(Sums);
        if (_message++ == int.MaxValue)
        {
            Array.Clear(_seen);
            _message = 1;
        }
    }

    /// <summary>Whether a trait comes for the first time in this message.</summary>
    public bool IsFirst(int trait)
    {
        if (_seen[trait] == _message)
        {
            return false;
        }

        _seen[trait] = _message;
        return true;
    }

    /// <summary>All traits are added: what they say together, in log-odds, one a column; good until the next message begins.</summary>
    public ReadOnlySpan<float> Settle()
    {
        Of.Outputs.Say(Sums, _scores);
        return _scores;
    }
}

/// <summary>Sums up what the traits of a message say.</summary>
internal readonly struct Adder(Tally tally) : ITraitTaker
{
    public void Take(char kind, ulong one, ulong two = 0, ulong three = 0) => tally.Of.Add(TraitKey.Of(kind, one, two, three), tally);
}
