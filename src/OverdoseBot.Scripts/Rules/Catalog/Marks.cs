namespace OverdoseBot.Scripts.Rules;

/// <summary>Who sets and who reads what is remembered.</summary>
internal static class Marks
{
    /// <summary>The engine's own: a dose was given, the person was first heard, no reminder can be sent, a page is beside the chat, an answer was written, the questions were answered twice, there is no case.</summary>
    private static readonly string[] Engines = ["dose", "heard", Facts.NoReminders, Facts.OnPage, Facts.Written, Facts.Compared, Facts.NoCase];

    /// <summary>A name and where it is written.</summary>
    public sealed record Use(string Name, Spot? Spot);

    /// <summary>Set when a step or a variant is sent.</summary>
    public static IEnumerable<Use> SetBySteps(Library library) => library.AllSteps().SelectMany(s =>
        s.Mark.Select(m => new Use(m, s.Spot)).Concat(s.SayWhen.SelectMany(v => v.Mark.Select(m => new Use(m, v.Spot)))));

    /// <summary>Removed when a step or a variant is sent.</summary>
    public static IEnumerable<Use> ClearedBySteps(Library library) => library.AllSteps().SelectMany(s =>
        s.Clear.Select(m => new Use(m, s.Spot)).Concat(s.SayWhen.SelectMany(v => v.Clear.Select(m => new Use(m, v.Spot)))));

    /// <summary>Everything that can ever be set: marks, kept facts, the engine's own.</summary>
    public static HashSet<string> Settable(Library library) =>
        SetBySteps(library).Select(m => m.Name).Concat(library.Keep.Keys).Concat(Engines).Concat(Facts.OfPlace(library)).Concat(Facts.OfProducts(library)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Answers that skip a step when they are known. They may also come with the very message that led there.</summary>
    public static IEnumerable<Use> Known(Library library) => library.AllSteps().SelectMany(s => s.Known.Concat(s.KnownOnce).Select(k => new Use(library.Fact(k), s.Spot)));

    /// <summary>Everything that something looks at, but for <see cref="Known"/>.</summary>
    public static IEnumerable<Use> Read(Library library) =>
        library.AllSteps().SelectMany(s => s.SayWhen.Select(v => new Use(v.When, v.Spot)).Concat(s.While.Select(w => new Use(w.Fact, w.Spot))))
            .Concat(library.Asides.Values.SelectMany(a => a.SayWhen.Select(v => new Use(v.When, v.Spot))
                .Concat(a.LineWhen is { } when ? [new Use(when, a.Spot)] : [])))
            .Concat(library.InOrder().SelectMany(s => s.Alarms).SelectMany(a => a.Since.Select(m => new Use(m, a.Spot))))
            .Concat(library.Handover.SelectMany(p => new[] { p.Mark, p.When }.Where(m => m is not null).Select(m => new Use(m!, p.Spot))))
            .Concat(library.OnlyClocksWhen.Select(f => new Use(f, library.Spots.GetValueOrDefault("only-clocks-when"))))
            .Concat(library.AllSteps().SelectMany(s => s.Pace?.When.Select(w => new Use(w.When, s.Spot)) ?? []))
            .Concat(library.Pieces.Values.SelectMany(p => p.Rows.Select(r => new Use(r.When, p.Spot))))
            .Concat(library.Drills?.Scenarios.SelectMany(s => s.Facts.Append(s.Fact).Select(f => new Use(f, s.Spot))) ?? [])
            .Concat(library.CallLine.Until.Select(f => new Use(f, library.CallLine.Spot)));
}
