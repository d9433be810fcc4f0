using System.Runtime.InteropServices;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Words;

/// <summary>
/// What people call out before and after what they have to say: "omg", "ok so um", "please", "help me", "what do i do", a face in tears. It says how they are
/// and what they want, and changes nothing that they say.
/// </summary>
internal sealed class CallOuts(PhraseBook book, ClassIndex classes)
{
    // Words: what is called out is short, and so is the look for where it begins.
    private const int Longest = 8;
    private readonly int _callOut = Id(book, classes, "call-out");
    private readonly int _plea = Id(book, classes, "plea");

    /// <summary>The message without them; null: there are none, or nothing else.</summary>
    /// <param name="text">The message.</param>
    /// <param name="desk">Where it was read.</param>
    public string? Without(string text, Desk desk)
    {
        var sentence = desk.Sentence;
        var (first, last) = (0, sentence.Count - 1);
        while (first <= last && Length(text, desk, first) is > 0 and var length)
        {
            first += length;
        }

        while (last > first && EndsAt(text, desk, first, last) is >= 0 and var start)
        {
            last = start - 1;
        }

        if (first > last || (first == 0 && last == sentence.Count - 1))
        {
            return null;
        }

        var from = sentence.Tokens[first].Start;
        // The mark of a question that follows its last word is its own, and so is one that stands before it in Spanish.
        from -= first > 0 && from > 0 && text[from - 1] == '¿' ? 1 : 0;
        var core = text[from..(last + 1 < sentence.Count ? sentence.Tokens[last + 1].Start : text.Length)].TrimEnd();
        return core.Length < text.Length && core.Any(char.IsLetter) ? core : null;
    }

    private static int Id(PhraseBook book, ClassIndex classes, string name) => book.Classes.ContainsKey(name) ? classes.Id(name) : -1;

    // How many words one takes that begins here; 0: none does.
    private int Length(string text, Desk desk, int at)
    {
        if (IsFace(text, desk.Sentence, at))
        {
            return 1;
        }

        var length = 0;
        foreach (ref readonly var phrase in desk.Sentence.Phrases(at))
        {
            length = phrase.Classes.Contains(_callOut) || (phrase.Classes.Contains(_plea) && IsPlea(desk.Sentence, at)) ? phrase.End - at + 1 : length;
        }

        // "omg no" says more than both: what was heard in so many words stays whole.
        return length > 0 && !IsPartOf(desk.Hits, at, at + length) && !IsPartOf(desk.Own, at, at + length) ? length : 0;
    }

    private int EndsAt(string text, Desk desk, int first, int last)
    {
        for (var at = last; at > first && last - at < Longest; at--)
        {
            if (Length(text, desk, at) == last - at + 1)
            {
                return at;
            }
        }

        return -1;
    }

    // "They wont hurry", "what do i do if he stops": a part of what is said.
    private static bool IsPlea(Sentence sentence, int at) =>
        (at == 0 || !sentence.Is(at - 1, Role.Not | Role.Aux | Role.Subject | Role.SubjectOrObject | Role.I)) && !sentence.HasAny(0, sentence.Count, Role.If);

    private static bool IsPartOf(List<Hit> hits, int from, int to)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (hit.Start < to && hit.End > from && (hit.Start < from || hit.End > to))
            {
                return true;
            }
        }

        return false;
    }

    // A drawn face that shows a feeling, and no word that is typed; in some languages it stands for several.
    private static bool IsFace(string text, Sentence sentence, int at)
    {
        var (start, first) = (sentence.Tokens[at].Start, at);
        while (first > 0 && sentence.Tokens[first - 1].Start == start)
        {
            first--;
        }

        return !char.IsLetterOrDigit(text[start]) && sentence.Felt[first].Points > 0;
    }
}
