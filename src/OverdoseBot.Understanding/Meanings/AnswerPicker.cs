using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Picks the answer of a step from what was heard.</summary>
internal sealed class AnswerPicker
{
    private const string UnclearWord = "unclear";
    private const int Last = int.MaxValue - 1;

    // Of each answer its place among the worst, and its meanings; null: the one by its own name.
    private readonly Dictionary<string, (int Order, int[]? Meanings)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _guessed;
    private readonly HashSet<string> _good;
    private readonly MeaningTable _table;

    public AnswerPicker(PhraseBook book, MeaningTable table)
    {
        _table = table;
        var meanings = Meanings(book, weak: false);
        _guessed = Meanings(book, weak: true).Where(answer => answer.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        foreach (var answer in meanings.Keys.Union(book.WorstFirst, StringComparer.Ordinal))
        {
            _known[answer] = (book.WorstFirst.ToList().LastIndexOf(answer) is >= 0 and var order ? order : Last, meanings.GetValueOrDefault(answer));
        }

        _good = book.Good.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The meaning that an answer word stands for; -1 when the book has none.</summary>
    public int MeaningOf(string answer) => Of(answer).Meanings is { } meanings ? meanings[0] : _table.Find(answer);

    /// <summary>Whether some answer of a step is guessed from a meaning where nothing else answers.</summary>
    public bool Guesses(int meaning, Asked asked)
    {
        foreach (var answer in asked.Answers)
        {
            if (_guessed.TryGetValue(answer, out var meanings) && meanings.Contains(meaning))
            {
                return true;
            }
        }

        return false;
    }

    public string? Pick(HeardSoFar heard, Asked asked)
    {
        string? best = null;
        var (bestOrder, bestTopic) = (int.MaxValue, -1);
        for (var i = 0; i < asked.Answers.Count; i++)
        {
            var answer = asked.Answers[i];
            var (order, meanings) = Of(answer);
            if (answer != UnclearWord && order < bestOrder && Heard(heard, answer, meanings, out var topic))
            {
                (best, bestOrder, bestTopic) = (answer, order, topic);
            }
        }

        // "the medics are coming" confirms that it is happening, unless it says what else is.
        best ??= Guessed(heard, asked);
        if (best is null || _good.Contains(best))
        {
            // A doubt about another topic is no answer to this question.
            if (best is null ? IsDoubted(heard, asked) : heard.Doubts(_table.Unclear, bestTopic, evenWeakly: false))
            {
                return UnclearWord;
            }
        }

        return best;
    }

    /// <summary>The answers of a step that a doubt which was heard is about; a weak one ("he moaned") is about none.</summary>
    public IReadOnlyList<string> Doubted(HeardSoFar heard, Asked asked) =>
        heard.Has(_table.Unclear) ? [.. asked.Answers.Where(answer => IsDoubted(heard, answer, evenWeakly: false))] : [];

    private bool IsDoubted(HeardSoFar heard, string answer, bool evenWeakly) =>
        MeaningOf(answer) is >= 0 and var meaning && meaning != _table.Unclear && heard.Doubts(_table.Unclear, _table.Topic(meaning), evenWeakly);

    private (int Order, int[]? Meanings) Of(string answer) => _known.TryGetValue(answer, out var known) ? known : (Last, null);

    private string? Guessed(HeardSoFar heard, Asked asked)
    {
        foreach (var answer in asked.Answers)
        {
            if (_guessed.TryGetValue(answer, out var meanings) && Array.Exists(meanings, heard.Has))
            {
                return answer;
            }
        }

        return null;
    }

    private Dictionary<string, int[]> Meanings(PhraseBook book, bool weak) => book.Answers.ToDictionary(
        a => a.Key, a => a.Value.Where(word => word.EndsWith('?') == weak).Select(word => _table.Id(word.TrimEnd('?'))).ToArray(), StringComparer.Ordinal);

    private bool IsDoubted(HeardSoFar heard, Asked asked)
    {
        if (!heard.Has(_table.Unclear))
        {
            return false;
        }

        if (heard.Doubts(_table.Unclear, -1, evenWeakly: true))
        {
            return true;
        }

        foreach (var answer in asked.Answers)
        {
            if (IsDoubted(heard, answer, evenWeakly: true))
            {
                return true;
            }
        }

        return false;
    }

    private bool Heard(HeardSoFar heard, string answer, int[]? meanings, out int topic)
    {
        if (meanings is not null)
        {
            foreach (var meaning in meanings)
            {
                if (heard.Has(meaning))
                {
                    topic = _table.Topic(meaning);
                    return true;
                }
            }

            topic = -1;
            return false;
        }

        var own = _table.Find(answer);
        topic = own < 0 ? -1 : _table.Topic(own);
        return own >= 0 && heard.Has(own);
    }
}
