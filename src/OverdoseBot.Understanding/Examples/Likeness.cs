using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Where the book knows better, likeness is not believed: words that look like news and are none (<c>never</c>), news in words that look like none (<c>sure</c>).</summary>
internal static class Likeness
{
    /// <summary>Whether something was heard that this answer or fact is not taken from.</summary>
    public static bool IsBarred(Desk desk, string word) =>
        (desk.DoubtedYes is { } yes && (yes.Answer == word || yes.Fact == word)) || (desk.FewBreaths && word is "normal" or "breathing-now") || Says(desk, word, signal => signal.Never);

    /// <summary>Whether matches say one of some meanings; false: they only speak of it, asked after, supposed or denied; null: none is about it.</summary>
    public static bool? IsSaid(Desk desk, ReadOnlySpan<int> meant)
    {
        bool? said = null;
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (HasAny(hit.Signal.So, meant))
            {
                said = said == true || HasAny(hit.Meant, meant);
            }
        }

        return said;
    }

    /// <summary>Whether matches deny one of some meanings and none says it: "no estoy hablando con ellos" is no call, whatever it looks like.</summary>
    public static bool IsDenied(Desk desk, ReadOnlySpan<int> meant)
    {
        var denied = false;
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            denied |= hit.Negations % 2 == 1 && HasAny(hit.Signal.So, meant);
        }

        return denied && IsSaid(desk, meant) == false;
    }

    /// <summary>Whether something was heard that this fact is not taken away from.</summary>
    public static bool IsSure(Desk desk, string fact) => Says(desk, fact, signal => signal.Sure);

    private static bool HasAny(Meant[] said, ReadOnlySpan<int> meant)
    {
        foreach (var one in said)
        {
            if (meant.Contains(one.Meaning))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(Desk desk, string word, Func<Signal, IReadOnlyList<string>> list) => Says(desk.Hits, word, list) || Says(desk.Own, word, list);

    private static bool Says(List<Hit> hits, string word, Func<Signal, IReadOnlyList<string>> list)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (list(hit.Signal).Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
