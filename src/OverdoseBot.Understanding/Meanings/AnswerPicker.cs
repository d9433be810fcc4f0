using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Picks the answer of a step from what was heard.</summary>
internal sealed class AnswerPicker
{
    private const string UnclearWord = "unclear";

    private readonly Dictionary<string, int[]> _meanings;
    private readonly Dictionary<string, int[]> _guessed;
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly HashSet<string> _good;
    private readonly MeaningTable _table;

    public AnswerPicker(PhraseBook book, MeaningTable table)
    {
        _table = table;
        _meanings = Meanings(book, weak: false);
        _guessed = Meanings(book, weak: true);
        for (var i = 0; i < book.WorstFirst.Count; i++)
        {
            _order[book.WorstFirst[i]] = i;
        }

        _good = book.Good.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The meaning that an answer word stands for; -1 when the book has none.</summary>
    public int MeaningOf(string answer) => _meanings.TryGetValue(answer, out var meanings) ? meanings[0] : _table.Find(answer);

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
        foreach (var answer in asked.Answers)
        {
            var order = _order.GetValueOrDefault(answer, int.MaxValue - 1);
            if (answer != UnclearWord && order < bestOrder && Heard(heard, answer, out var topic))
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
        if (heard.Doubts(_table.Unclear, -1, evenWeakly: true))
        {
            return true;
        }

        foreach (var answer in asked.Answers)
        {
            if (MeaningOf(answer) is >= 0 and var meaning && meaning != _table.Unclear && heard.Doubts(_table.Unclear, _table.Topic(meaning), evenWeakly: true))
            {
                return true;
            }
        }

        return false;
    }

    private bool Heard(HeardSoFar heard, string answer, out int topic)
    {
        if (_meanings.TryGetValue(answer, out var meanings))
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
