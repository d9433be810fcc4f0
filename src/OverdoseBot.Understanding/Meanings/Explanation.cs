using OverdoseBot.Understanding.Clauses;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Says in one short line how a match was read.</summary>
internal static class Explanation
{
    public static string Of(string name, ReadOnlySpan<char> words, in Clause clause, int negations, bool doubted, bool dropped)
    {
        var how = (negations switch { 0 => "", 1 => " denied", _ => " denied twice" })
            + (doubted || clause.Is(Manner.Hedged | Manner.Unsure) ? " hedged" : "")
            + (clause.Is(Manner.Past) ? " past" : "")
            + (clause.Is(Manner.Asked | Manner.Wondered) ? " asked" : "")
            + (clause.Is(Manner.Hypothetical) ? " supposed" : "")
            + (clause.Is(Manner.Over) ? " long ago" : "")
            + (dropped ? " (says nothing)" : "");
        return $"{name} \"{words}\"{how}";
    }
}
