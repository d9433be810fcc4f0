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
        return Protocol.Lay.Shared.Where(line => ProtocolTexts.Holds(library, line.Split(' ')) is { } holds ? !holds : !found.Contains(line))
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
        yield return $"case ends {ProtocolWords.Time(library.Case.EndsAfter)} new {ProtocolWords.Time(library.Case.NewAfter)} same-dose {ProtocolWords.Time(library.Case.SameDoseWithin)} taken-back {ProtocolWords.Time(library.Case.DoseTakenBackWithin)}";

        yield return $"guide {string.Join(' ', library.Guide.Select(g => g.Name))}";
        yield return library.Case.Ending.Forms(library).All(f => CallWord.In(f.Texts[0], library)) ? "ending calls" : null;

        var lines = library.Digits.Select(d => $"digit {d.Value} {library.Fact(d.Key)}")
            .Concat(library.Keep.Values.Select(k => $"keeps {k.Fact} {ProtocolWords.Names("ends", k.Ends.Order(StringComparer.Ordinal))}".TrimEnd()))
            .Concat(library.Handover.Select(h => $"handover {h.Mark} {h.When}".TrimEnd()))
            .Concat(library.Asides.Values.Where(a => a.Line is not null).Select(Offer))
            .Concat(library.InOrder().SelectMany(s => s.Alarms).Select(Clock))
            .Concat(library.Regions.Values.Select(Region))
            .Concat(library.Lines.Select(l => $"number {l.Id} {l.Call}"))
            .Concat(library.Regions.Values.SelectMany(r => r.Codes.Select(c => $"code {r.Id} {c}")))
            .Concat(library.Asides.Values.Select(a => $"unless {a.Name} {string.Join(' ', a.SayWhen.Select(v => v.When))}"))
            .Concat(library.Asides.Values.Where(a => a.AnsweredAt is not null).Select(a => $"answered {a.Name} at {a.AnsweredAt}"))
            .Concat(library.InOrder().Where(s => s.EndsCase).Select(s => $"ends-case {s.Dialog}"))
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
        $"line {a.Name} {a.Line}", a.LineWhen is null ? null : $"when {a.LineWhen}", a.Every > TimeSpan.Zero ? $"every {ProtocolWords.Time(a.Every)}" : null,
        a.AskedBy is null ? null : $"asked-by {a.AskedBy}", a.Joined ? "joined" : null,
    }.OfType<string>());

    private static string Region(Region r) => r.Dial is null ? $"region {r.Id} dials nothing" : $"region {r.Id} {r.Emergency} dials {r.Dial} said {r.Said}";
}
