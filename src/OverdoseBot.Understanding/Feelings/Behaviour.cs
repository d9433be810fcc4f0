using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>Shouting and repeating within a message: capitals, runs of marks, stretched words, the same words again. Bounded by the message.</summary>
internal static class Behaviour
{
    // Plain facts in capitals are short; somebody who left the caps lock on is not shouting by that alone.
    private const int ShoutedWords = 8;
    private const int ShoutedLetters = 30;
    private const int RunOfMarks = 3;
    private const int RunOfLetters = 3;
    private const int MostStretched = 2;
    private const int LongestPhrase = 8;

    public static void Read(string text, Desk desk, BehaviourPoints points)
    {
        var (upper, lower, mark, marks) = (0, 0, 0, false);
        foreach (var c in text)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            mark = c is '!' or '?' or '\u00A1' ? mark + 1 : 0;
            marks |= mark >= RunOfMarks;
        }

        Add(desk, "shouting", upper >= ShoutedLetters && upper > lower * 4 && desk.Sentence.Count >= ShoutedWords ? points.Shouting : 0);
        Add(desk, "marks", marks ? points.Marks : 0);
        Add(desk, "stretched", Math.Min(MostStretched, Stretched(text, desk.Sentence)) * points.Stretched);
        var (times, words) = Times(desk.Sentence);
        Add(desk, "said again and again", times >= 3 ? points.Thrice * (words > 1 ? 2 : 1) : times == 2 ? points.Twice : 0);
    }

    private static void Add(Desk desk, string what, int points)
    {
        if (points > 0)
        {
            desk.Points += points;
            desk.Felt?.Add($"{what} {points}");
        }
    }

    private static int Stretched(string text, Sentence sentence)
    {
        var count = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (sentence.Felt[i].Is(FeelingKinds.Plain) || token.Number >= 0 || (i > 0 && token.Start == sentence.Tokens[i - 1].Start))
            {
                continue;
            }

            var run = 1;
            for (var at = token.Start + 1; at < token.Start + token.Length && run < RunOfLetters; at++)
            {
                run = char.IsLetter(text[at]) && char.ToUpperInvariant(text[at]) == char.ToUpperInvariant(text[at - 1]) ? run + 1 : 1;
            }

            count += run >= RunOfLetters ? 1 : 0;
        }

        return count;
    }

    // How often the same words stand in a row, and how many they are; punctuation between them counts for nothing.
    private static (int Times, int Words) Times(Sentence sentence)
    {
        var most = (Times: 1, Words: 1);
        for (var length = 1; length <= LongestPhrase; length++)
        {
            var (same, start) = (0, 0);
            for (var i = length; i < sentence.Count; i++)
            {
                if (IsSame(sentence, i, i - length))
                {
                    same++;
                    start = same == 1 ? i - length : start;
                    most = same % length == 0 && (same / length) + 1 > most.Times && Tells(sentence, start, length) ? ((same / length) + 1, length) : most;
                }
                else
                {
                    same = 0;
                }
            }
        }

        return most;
    }

    private static bool IsSame(Sentence sentence, int a, int b) => sentence.Tokens[a].Word >= 0 && sentence.Tokens[a].Word == sentence.Tokens[b].Word && sentence.Tokens[a].Number < 0;

    private static bool Tells(Sentence sentence, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (!sentence.Felt[i].Is(FeelingKinds.Plain))
            {
                return true;
            }
        }

        return false;
    }
}
