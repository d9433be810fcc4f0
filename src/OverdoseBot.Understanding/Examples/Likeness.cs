using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Where the book knows better, likeness is not believed: words that look like news and are none (<c>never</c>), news in words that look like none (<c>sure</c>).</summary>
internal static class Likeness
{
    /// <summary>Whether something was heard that this answer or fact is not taken from.</summary>
    public static bool IsBarred(Desk desk, string word) =>
        (desk.DoubtedYes is { } yes && (yes.Answer == word || yes.Fact == word)) || Says(desk, word, signal => signal.Never);

    /// <summary>Whether something was heard that this fact is not taken away from.</summary>
    public static bool IsSure(Desk desk, string fact) => Says(desk, fact, signal => signal.Sure);

    private static bool Says(Desk desk, string word, Func<Signal, IReadOnlyList<string>> list)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (list(hit.Signal).Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
