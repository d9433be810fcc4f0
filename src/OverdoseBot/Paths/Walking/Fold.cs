using System.Collections.Frozen;
using System.Text;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>
/// Folds a record to what can change what the bot does next: names, marks that a script reads, small counts and buckets of time. Marks that
/// only the hand-over sentence reads are left out: its length is bounded, and no move hangs on it.
/// </summary>
internal sealed class Fold(Library library)
{
    private const int MostDoses = 3;
    private static readonly TimeSpan _near = TimeSpan.FromSeconds(90);
    private readonly string[] _marks = [.. Read(library).Order(StringComparer.Ordinal)];

    /// <summary>What a message meets: silences, prompts and clocks are set anew by it, and its own undo replaces the old one.</summary>
    public string ForMessage(CaseRecord record, DateTimeOffset now)
    {
        var key = new StringBuilder();
        foreach (var frame in record.Stack)
        {
            key.Append(frame.Dialog).Append('/').Append(frame.Step).Append('>').Append(frame.Then).Append(' ');
        }

        foreach (var mark in _marks)
        {
            key.Append(record.Has(mark) ? '1' : '0');
        }

        var called = library.CallLine.Until.Any(record.Has);
        key.Append(' ').Append(called ? 'c' : (char)('0' + record.CallAsked));
        key.Append(record.LastHeard is null ? '-' : 'h');
        foreach (var (aside, at) in record.Told)
        {
            key.Append(now - at < library.Asides[aside].Every ? " told " + aside : "");
        }

        key.Append(record.Alarms.Any(a => a.Kind == AlarmKind.Clock) ? 'T' : '-');
        return key.Append(record.LastLook is { } look && now - look < _near ? 'L' : '-').ToString();
    }

    /// <summary>What "wrong button" meets.</summary>
    public string ForCorrection(CaseRecord record, DateTimeOffset now) => ForMessage(record, now) + " undo " + Undo(record);

    /// <summary>The whole state.</summary>
    public string ForAll(CaseRecord record, DateTimeOffset now)
    {
        var key = new StringBuilder(ForCorrection(record, now)).Append(' ').Append(Math.Min(record.Doses.Length, MostDoses))
            .Append(record.Silences).Append(record.PromptsSent).Append(record.Ended ? 'e' : '-');
        foreach (var alarm in record.Alarms)
        {
            key.Append(' ').Append(alarm.Name).Append(alarm.Due <= now ? "!" : "");
        }

        return key.ToString();
    }

    private static string Undo(CaseRecord record) =>
        record.Undo is not { } undo ? "-" : undo.Stack.IsEmpty ? "start" : undo.Stack[0].Dialog + "/" + undo.Stack[0].Step;

    private static FrozenSet<string> Read(Library library)
    {
        var steps = library.Scripts.Values.SelectMany(s => s.Steps).ToList();
        return steps.SelectMany(s => s.SayWhen).Select(v => v.When)
            .Concat(library.Asides.Values.SelectMany(a => a.SayWhen).Select(v => v.When))
            .Concat(library.Asides.Values.Select(a => a.LineWhen).OfType<string>())
            .Concat(steps.SelectMany(s => s.Known).Select(library.Fact))
            .Concat(library.CallLine.Until).Concat(library.OnlyClocksWhen)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
