using System.Runtime.InteropServices;
using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>
/// Adds up what speaks of wanting to die in a message that is about its writer. People rarely say it outright: "dont waste your narcan on me,
/// its over". One word is not enough; what somebody else says, does or wants counts for nothing. A place is an address till something beside it
/// speaks of dying.
/// </summary>
internal sealed class DeathReader(FeelingIndex words)
{
    private const int Hint = 1;

    // Said of nobody in particular, only what is plain counts.
    private const int Plain = 4;
    private const int MostHints = 2;

    /// <summary>Weighs the words.</summary>
    public void Read(string text, Desk desk)
    {
        var sentence = desk.Sentence;
        var (mine, hints, strong, place) = (IsOfWriter(desk), 0, false, 0);
        for (var i = 0; i < sentence.Count;)
        {
            var found = words.Find(sentence, i, out var length);
            if (found is null || IsIdle(desk, i) || ((found.Kinds & FeelingKinds.Writer) == 0 && Whose.IsAnothers(desk, i)) || Whose.IsDenied(sentence, i))
            {
                // Nothing, or nothing of the writer's.
            }
            else if ((found.Kinds & FeelingKinds.Place) != 0)
            {
                place = mine ? Math.Max(place, found.Points) : place;
            }
            else if ((mine || found.Points >= Plain) && (found.Points > Hint || hints++ < MostHints))
            {
                var last = sentence.Tokens[i + length - 1];
                desk.Death += found.Points;
                strong |= found.Points > Hint;
                desk.Dark?.Add($"{text.AsSpan(sentence.Tokens[i].Start, last.Start + last.Length - sentence.Tokens[i].Start)} {found.Points}");
            }

            i += length;
        }

        if (strong && place > 0)
        {
            desk.Death += place;
            desk.Dark?.Add($"there {place}");
        }
    }

    private static bool IsIdle(Desk desk, int i)
    {
        foreach (ref readonly var idiom in CollectionsMarshal.AsSpan(desk.Idle))
        {
            if (i >= idiom.Start && i < idiom.End)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWriter(Desk desk)
    {
        var others = false;
        for (var i = 0; i < desk.Sentence.Count; i++)
        {
            if (desk.Sentence.Felt[i].Is(FeelingKinds.Writer))
            {
                return true;
            }

            others |= desk.Sentence.Felt[i].Is(FeelingKinds.Other);
        }

        return !others;
    }
}
