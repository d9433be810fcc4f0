namespace OverdoseBot.Understanding.Examples;

/// <summary>A reading while the second reader weighs it; copied only when something changes.</summary>
internal sealed class Draft(Reading first)
{
    private const string DoseGiven = "dose-given";

    private readonly List<string> _why = [];
    private List<string>? _heard;
    private List<string>? _facts;

    public string? Answer { get; private set; } = first.Answer;

    public string Intent { get; private set; } = first.Intent;

    public string Distress { get; private set; } = first.Distress;

    public IReadOnlyList<string> Heard => _heard ?? first.Heard;

    public IReadOnlyList<string> Facts => _facts ?? first.Facts;

    public void Say(string answer, string why)
    {
        Answer = answer;
        _why.Add(why);
    }

    public void Want(string intent, string why)
    {
        Intent = intent;
        _why.Add(why);
    }

    public void Feel(string distress, string why)
    {
        Distress = distress;
        _why.Add(why);
    }

    public void Hear(string word, bool isFact, string? why)
    {
        Once(_heard ??= [.. first.Heard], word);
        if (isFact)
        {
            Once(_facts ??= [.. first.Facts], word);
        }

        Note(why);
    }

    public void Drop(string word, string? why)
    {
        (_heard ??= [.. first.Heard]).Remove(word);
        (_facts ??= [.. first.Facts]).Remove(word);
        Note(why);
    }

    public Reading Reading() => _why.Count == 0 && _heard is null ? first : first with
    {
        Answer = Answer,
        Heard = Heard,
        Facts = Facts,
        Intent = Intent,
        Distress = Distress,
        Why = [.. first.Why, .. _why],
        Dose = Heard.Contains(DoseGiven) ? first.Dose : null,
    };

    private void Note(string? why)
    {
        if (why is not null)
        {
            _why.Add(why);
        }
    }

    private static void Once(List<string> list, string word)
    {
        if (!list.Contains(word))
        {
            list.Add(word);
        }
    }
}
