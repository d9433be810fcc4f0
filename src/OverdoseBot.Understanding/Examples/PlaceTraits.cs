namespace OverdoseBot.Understanding.Examples;

/// <summary>What the step says, and the message as a whole: how long it is, whether it asks, a short one word for word.</summary>
internal readonly struct PlaceTraits
{
    private const int Short = 3;
    private const int PerLength = 4;
    private const int MostLength = 6;

    private static readonly ulong s_numbers = TraitKey.Of("n");

    private readonly ulong _step;
    private readonly PartNames? _names;

    public PlaceTraits(Asked asked, PartNames? names)
    {
        _names = names;
        var step = TraitKey.More(TraitKey.More(TraitKey.Of(asked.Dialog), "/"), asked.Step);
        names?.Note(step, $"{asked.Dialog}/{asked.Step}");
        _step = step;
        Question = asked.Asks is [var first, ..] ? TraitKey.Of(first) : step;
        names?.Note(Question, asked.Asks is [var name, ..] ? name : $"{asked.Dialog}/{asked.Step}");
    }

    /// <summary>Questions about the same thing are one.</summary>
    public ulong Question { get; }

    public void Write<TTaker>(string text, Desk desk, TraitNotes notes, ref TTaker taker)
        where TTaker : struct, ITraitTaker
    {
        taker.Take('s', _step);
        taker.Take('z', Question);
        var words = notes.Words.AsSpan();
        if (words.Length is > 0 and <= Short)
        {
            var whole = words[0].Whole;
            for (var i = 1; i < words.Length; i++)
            {
                whole = (whole * 31) ^ words[i].Whole;
            }

            _names?.Note(whole, $"#{whole:x}");
            taker.Take('o', _step, whole);
        }

        taker.Take('L', Small(Math.Min(MostLength, words.Length / PerLength)));
        taker.Take('k', Small(Math.Min(MostLength, desk.Clauses.Count)));
        if (text.Contains('?') || text.Contains('¿'))
        {
            taker.Take('?', Question);
        }

        if (!text.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            taker.Take('U', Small(0));
        }
    }

    private ulong Small(int number)
    {
        var part = s_numbers + (ulong)number;
        _names?.Note(part, $"#{part:x}");
        return part;
    }
}
