namespace OverdoseBot.Understanding.Examples;

/// <summary>A reading while the second reader weighs it; copied only when something changes.</summary>
/// <param name="first">As the grammar read it.</param>
/// <param name="why">Takes what changes it, and why; null: nobody asks.</param>
internal sealed class Draft(Reading first, List<string>? why = null)
{
    private const string DoseGiven = "dose-given";

    private bool _changed;
    private List<string>? _heard;
    private List<string>? _facts;

    /// <summary>Takes why something changes; null: nobody asks.</summary>
    public List<string>? Why { get; } = why;

    public string? Answer { get; private set; } = first.Answer;

    public string Intent { get; private set; } = first.Intent;

    public string Distress { get; private set; } = first.Distress;

    public IReadOnlyList<string> Heard => _heard ?? first.Heard;

    public IReadOnlyList<string> Facts => _facts ?? first.Facts;

    public void Say(string answer) => (Answer, _changed) = (answer, true);

    public void Want(string intent) => (Intent, _changed) = (intent, true);

    public void Feel(string distress) => (Distress, _changed) = (distress, true);

    public void Hear(string word, bool isFact)
    {
        _changed = true;
        Once(_heard ??= [.. first.Heard], word);
        if (isFact)
        {
            Once(_facts ??= [.. first.Facts], word);
        }
    }

    public void Drop(string word)
    {
        _changed = true;
        (_heard ??= [.. first.Heard]).Remove(word);
        (_facts ??= [.. first.Facts]).Remove(word);
    }

    public Reading Reading() => !_changed ? first : first with
    {
        Answer = Answer,
        Heard = Heard,
        Facts = Facts,
        Intent = Intent,
        Distress = Distress,
        Dose = Heard.Contains(DoseGiven) ? first.Dose : null,
    };

    private static void Once(List<string> list, string word)
    {
        if (!list.Contains(word))
        {
            list.Add(word);
        }
    }
}
