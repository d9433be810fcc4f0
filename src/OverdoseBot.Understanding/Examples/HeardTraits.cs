using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Examples;

/// <summary>What the grammar made of a message.</summary>
internal static class HeardTraits
{
    private const string Nothing = "nothing";
    private const string Unclear = "unclear";

    private static readonly string[] s_death = [.. Enumerable.Range(0, 6).Select(n => $"death-{n}")];
    private static readonly string[] s_points = [.. Enumerable.Range(0, 8).Select(n => $"points-{n}")];

    public static void Write<TTaker>(Desk desk, Reading read, Asked asked, ulong question, Bits bits, ref TTaker taker, PartNames? names)
        where TTaker : struct, ITraitTaker
    {
        // Examples know the words that the question asks for, and no others.
        var answer = Part(read.Answer is { } word && (asked.Asks is not [_, ..] || word == Unclear || asked.Asks.Contains(word)) ? word : Nothing, names);
        taker.Take('A', question, answer);
        taker.Take('B', answer);
        taker.Take('I', Part(read.Intent, names));
        taker.Take('E', Part(read.Distress, names));
        foreach (var one in read.Heard)
        {
            var heard = Part(one, names);
            taker.Take('H', heard);
            taker.Take('J', question, heard);
        }

        if (read.Heard.Count == 0)
        {
            taker.Take('H', Part(Nothing, names));
        }

        taker.Take('P', Part(Name(s_death, desk.Death), names));
        taker.Take('P', Part(Name(s_points, desk.Points), names));
        Hits(desk, desk.Hits, bits, ref taker, names);
        Hits(desk, desk.Own, bits, ref taker, names);
        foreach (var clause in desk.Clauses)
        {
            taker.Take('M', bits.How(clause.Manner, names));
        }

        if (desk.Clauses.Count > 0)
        {
            taker.Take('N', bits.How(desk.Clauses[^1].Manner, names));
        }
    }

    private static void Hits<TTaker>(Desk desk, List<Hit> hits, Bits bits, ref TTaker taker, PartNames? names)
        where TTaker : struct, ITraitTaker
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            var how = bits.How(desk.Clauses[hit.Clause].Manner, names);
            taker.Take('S', Part(hit.Signal.Name, names), how, Part((hit.Negations % 2 == 1, hit.Meant is { Length: > 0 }) switch
            {
                (false, true) => "so",
                (true, true) => "not",
                (false, false) => "doubted",
                (true, false) => "not-doubted",
            }, names));
        }
    }

    private static string Name(string[] points, int count) => points[Math.Clamp(count, 0, points.Length - 1)];

    private static ulong Part(string text, PartNames? names)
    {
        var part = TraitKey.Of(text);
        names?.Note(part, text);
        return part;
    }
}
