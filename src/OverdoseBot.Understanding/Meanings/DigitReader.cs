using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>A message that is one digit, as on a text message: "5", "#5.", "reply 5", "five".</summary>
internal static class DigitReader
{
    /// <summary>Lets words after a leading digit be read as if they stood alone: "5 normal", but not "5 min".</summary>
    public static void Lead(Sentence sentence)
    {
        if (sentence.Count > 1 && sentence.Tokens[0] is { Number: >= 0 and <= 9, Length: 1 } && CanExplain(sentence, 1))
        {
            sentence.Roles[0] |= Role.DigitLead;
        }
    }

    /// <summary>The digit that leads the message, or -1; <paramref name="rest"/> is where the words after it begin.</summary>
    public static int Read(Sentence sentence, out int rest)
    {
        var i = 0;
        while (i < sentence.Count && sentence.Is(i, Role.DigitLead | Role.Inside) && sentence.Tokens[i].Number < 0)
        {
            i++;
        }

        rest = i + 1;
        if (i >= sentence.Count || sentence.Tokens[i].Number is not (>= 0 and <= 9 and var digit))
        {
            return -1;
        }

        // "5 5" and "5 five" are still five.
        while (rest < sentence.Count && sentence.Tokens[rest].Number == digit)
        {
            rest++;
        }

        return rest == sentence.Count || CanExplain(sentence, rest) ? digit : -1;
    }

    /// <summary>Whether the number that leads the message was written out: "four".</summary>
    public static bool IsWord(Sentence sentence)
    {
        var i = 0;
        while (i < sentence.Count && sentence.Tokens[i].Number < 0)
        {
            i++;
        }

        return i < sentence.Count && sentence.Tokens[i].Length > 1;
    }

    // "5 normal" explains the digit; "5 min", "2 sprays", "5 or 6" use it.
    private static bool CanExplain(Sentence sentence, int rest)
    {
        for (var i = rest; i < sentence.Count; i++)
        {
            if (sentence.Tokens[i].Number >= 0)
            {
                return false;
            }
        }

        return !sentence.Is(rest, Role.Minute | Role.Second | Role.Hour | Role.DoseUnit | Role.BreathUnit | Role.Every)
            && ClauseSplitter.Next(sentence, rest - 1) < sentence.Count;
    }
}
