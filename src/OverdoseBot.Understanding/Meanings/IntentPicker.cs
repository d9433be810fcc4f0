using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Picks the first intent of the book that something heard shows.</summary>
internal sealed class IntentPicker(PhraseBook book)
{
    // Of each meaning the first intent that it shows.
    private readonly Dictionary<string, int> _shown = book.Intents.SelectMany((intent, rank) => intent.Meanings.Select(meaning => (meaning, rank)))
        .GroupBy(shown => shown.meaning, shown => shown.rank, StringComparer.Ordinal).ToDictionary(ranks => ranks.Key, ranks => ranks.Min(), StringComparer.Ordinal);

    public string Pick(List<string> heard)
    {
        var first = book.Intents.Count;
        foreach (var word in heard)
        {
            first = _shown.TryGetValue(word, out var rank) && rank < first ? rank : first;
        }

        return first < book.Intents.Count ? book.Intents[first].Intent : "other";
    }
}
