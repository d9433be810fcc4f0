using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Picks the first intent of the book that something heard shows.</summary>
internal sealed class IntentPicker(PhraseBook book)
{
    private readonly (string Intent, HashSet<string> Meanings)[] _intents =
        [.. book.Intents.Select(i => (i.Intent, i.Meanings.ToHashSet(StringComparer.Ordinal)))];

    public string Pick(List<string> heard)
    {
        foreach (var (intent, meanings) in _intents)
        {
            foreach (var word in heard)
            {
                if (meanings.Contains(word))
                {
                    return intent;
                }
            }
        }

        return "other";
    }
}
