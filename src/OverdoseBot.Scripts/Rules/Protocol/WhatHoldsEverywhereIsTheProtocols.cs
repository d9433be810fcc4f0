using System.Globalization;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The call line, digits, clocks, what is kept, regions, products and the words for a child (clinical.md 2.3, 2.4, 3.1, 4).</summary>
internal sealed class WhatHoldsEverywhereIsTheProtocols() : Rule("OD0072", "What holds in every dialog is as the protocol says", "H-09",
    "what is wrong there is wrong in every step at once.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        if (!Protocol.HoldsFor(library))
        {
            return [];
        }

        var found = Lines(library).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Protocol.Lay.Shared.Where(line => line.StartsWith("words ", StringComparison.Ordinal) ? !PieceSays(library, line.Split(' ')) : !found.Contains(line))
            .Select(line => Fault(null, $"The protocol says \"{line}\", and this does not hold.", "Write what the protocol says. If the protocol has changed, change it first, with its source."));
    }

    private static IEnumerable<string?> Lines(Library library)
    {
        var call = library.CallLine;
        yield return ProtocolWords.Names("call-line until", call.Until);
        yield return ProtocolWords.Names("call-line kinds", library.CallKinds.Select(k => k.ToString().ToLowerInvariant()));
        yield return $"call-line asks {library.Fact(call.Ask.Answer)} {call.Times}";
        yield return $"call-line holds {ProtocolWords.Time(call.HoldsSilence)}";
        yield return ProtocolWords.Names("bad-news", library.BadNews);
        yield return ProtocolWords.Names("only-clocks", library.OnlyClocksWhen);
        yield return $"fallback {library.Fallback}";
        yield return $"case ends {ProtocolWords.Time(library.Case.EndsAfter)} new {ProtocolWords.Time(library.Case.NewAfter)} same-dose {ProtocolWords.Time(library.Case.SameDoseWithin)}";

        var lines = library.Digits.Select(d => $"digit {d.Value} {library.Fact(d.Key)}")
            .Concat(library.Keep.Values.Select(k => $"keeps {k.Fact} {ProtocolWords.Names("ends", k.Ends.Order(StringComparer.Ordinal))}".TrimEnd()))
            .Concat(library.Handover.Select(h => $"handover {h.Mark} {h.When}".TrimEnd()))
            .Concat(library.Asides.Values.Where(a => a.Line is not null).Select(Offer))
            .Concat(library.InOrder().SelectMany(s => s.Alarms).Select(Clock))
            .Concat(library.Regions.Values.Select(Region))
            .Concat(library.Speak.Select(s => $"language {s.Key} {s.Value}"))
            .Concat(library.Products.Values.Select(p => $"product {p.Id} {p.Drug} {p.Kind} {p.Device} {string.Join(' ', p.Also)}".TrimEnd()));
        foreach (var line in lines)
        {
            yield return line;
        }
    }

    private static string Clock(Alarm a) =>
        $"clock {a.Name} since {string.Join(' ', a.Since)} at {ProtocolWords.Time(a.At)} apart {ProtocolWords.Time(a.Apart)} step {a.Step} until {string.Join(' ', a.Until)}";

    private static string Offer(Aside a) => string.Join(' ', new[]
    {
        $"line {a.Name} {a.Line}", a.LineWhen is null ? null : $"when {a.LineWhen}", a.Every > TimeSpan.Zero ? $"every {ProtocolWords.Time(a.Every)}" : null, a.Joined ? "joined" : null,
    }.OfType<string>());

    private static string Region(Region r) => r.Dial is null ? $"region {r.Id} dials nothing" : $"region {r.Id} {r.Emergency} dials {r.Dial} said {r.Said}";

    /// <summary>Each row of a piece, in order, with what must stand in it.</summary>
    private static bool PieceSays(Library library, string[] line)
    {
        if (!library.Pieces.TryGetValue(line[1], out var piece))
        {
            return false;
        }

        var rows = piece.Rows.Append(new PieceRow("else", piece.Else)).ToList();
        var expected = line[2..].Select(r => r.Split('=')).ToList();
        return rows.Select(r => r.When).SequenceEqual(expected.Select(e => e[0]), StringComparer.Ordinal)
            && rows.Zip(expected).All(r => r.Second[1].Split('+').All(token => Says(library, r.First.Words, token)));
    }

    /// <summary>Words are looked for in English only; a number is a number in every language.</summary>
    private static bool Says(Library library, string text, string token) =>
        token.All(char.IsAsciiDigit) ? text.Contains(token, StringComparison.Ordinal)
        : library.Language != "en" || (token[0] == '!' ? !Has(text, token[1..]) : Has(text, token));

    private static bool Has(string text, string word) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.OrdinalIgnoreCase) >= 0;
}
