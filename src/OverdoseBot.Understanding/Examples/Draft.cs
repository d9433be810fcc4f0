namespace OverdoseBot.Understanding.Examples;

/// <summary>A reading while the second reader weighs it; copied only when something changes.</summary>
internal sealed class Draft(Reading first)
{
    private readonly List<string> _why = [];
    private List<string>? _heard;
    private List<string>? _facts;

    public bool Changed { get; private set; }

    public string? Answer { get; private set; } = first.Answer;

    public string Intent { get; private set; } = first.Intent;

    public string Distress { get; private set; } = first.Distress;

    public IReadOnlyList<string> Heard => _heard ?? first.Heard;

    public HashSet<string> Dropped { get; } = new(StringComparer.Ordinal);

    public void Say(string answer, string? why) => Note(why, () => Answer = answer);

    public void Drop(string word, string? why) => Note(why, () =>
    {
        Dropped.Add(word);
        (_heard ??= [.. first.Heard]).Remove(word);
        (_facts ??= [.. first.Facts]).Remove(word);
    });

    public void Hear(string word, bool isFact, string? why) => Note(why, () =>
    {
        Once(_heard ??= [.. first.Heard], word);
        if (isFact)
        {
            Once(_facts ??= [.. first.Facts], word);
        }
    });

    public void Feel(string distress, string word, string why)
    {
        Distress = distress;
        Hear(word, isFact: false, why);
        Intent = distress == word ? distress : Intent;
    }

    public void Want(string intent, string why)
    {
        Intent = intent;
        if (intent == "human")
        {
            Hear(intent, isFact: false, why);
            return;
        }

        Note(why, static () => { });
    }

    public Reading Reading() => first with
    {
        Answer = Answer,
        Heard = Heard,
        Facts = _facts ?? first.Facts,
        Intent = Intent,
        Distress = Distress,
        Why = [.. first.Why, .. _why],
        Dose = Dropped.Contains("dose-given") ? null : first.Dose,
    };

    private void Note(string? why, Action change)
    {
        change();
        Changed = true;
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
