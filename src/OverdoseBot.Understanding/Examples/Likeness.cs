using System.Runtime.InteropServices;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Where the book knows words that look like news and are none, likeness is not believed (<c>never</c>).</summary>
internal static class Likeness
{
    /// <summary>Whether something was heard that this answer or fact is not taken from.</summary>
    public static bool IsBarred(Desk desk, string word)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(desk.Hits))
        {
            if (hit.Signal.Never.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
