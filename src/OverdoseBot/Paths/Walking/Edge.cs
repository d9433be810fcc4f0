using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>One turn of the real bot: what it found, what reached it, what it kept and what it sent.</summary>
internal sealed record Edge(
    Scene Scene, CaseRecord Before, PathInput Input, DateTimeOffset Now, CaseRecord After, ImmutableArray<Sent> Sent, Exception? Error)
{
    private Meant? _meant;

    /// <summary>The clock that rang, or null.</summary>
    public SetAlarm? Rang { get; init; }

    /// <summary>When a clock last told to look at the chest, as it was sent and not as the record tells; null: never.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>The same turn run once more; null: it was not.</summary>
    public Edge? Again { get; init; }

    /// <summary>The turn of the same message without its distress; null: it has none.</summary>
    public Edge? Calm { get; init; }

    /// <summary>The same turn where no hub is set; null: this one has none, or it was not run.</summary>
    public Edge? WithoutHub { get; init; }

    /// <summary>True for words that only the person who joined is meant by: they are passed on and the step says nothing to them.</summary>
    public bool IsTalk => Before.Handoff is { Here: true } && Input is { Kind: InputKind.Text } && Sent.IsEmpty
        && !Input.Facts.Any(f => (Scene.Library.Keep.ContainsKey(f) && !IsPlan) || Scene.Library.BadNews.Contains(f));

    /// <summary>All that was sent, as one text.</summary>
    public string Said { get; } = Sent.Length == 1 ? Sent[0].Text : string.Join('\n', Sent.Select(s => s.Text));

    /// <summary>What was sent but for the lines of a plan for home: they are the person's own words, sent back.</summary>
    public ImmutableArray<Sent> Own => Sent.Any(s => s.Step == "plan/done") ? [.. Sent.Where(s => !IsLine(s))] : Sent;

    /// <summary>What the bot's own words tell.</summary>
    public Meant OwnMeant => Own is var own && own.Length == Sent.Length ? Meant : Scene.Meant(string.Join('\n', own.Select(s => s.Text)));

    /// <summary>What it tells.</summary>
    public Meant Meant => _meant ??= Scene.Meant(Said);

    /// <summary>True for a turn of a practice, which other rules hold for; what leaves one is real again.</summary>
    public bool IsPractice { get; } = After.Drill is not null || (Before.Drill is not null && After.Top() == Scene.Library.Drills?.After);

    /// <summary>The step that heard the input; a first text is heard at the start, and what leaves a practice where it was chosen.</summary>
    public Place At { get; } = (Before.Drill is not null && After.Drill is null ? Scene.Library.Drills?.Choose : null)
        ?? Before.Top() ?? Scene.Library.Scripts["respond"].Start;

    /// <summary>The step it led to.</summary>
    public Place? To { get; } = After.Top();

    /// <summary>The step's kind after the turn.</summary>
    public StepKind? Kind => To is { } to ? Scene.Library.Find(to)?.Kind : null;

    /// <summary>True when this message or an earlier one said so.</summary>
    public bool Knows(string fact) => Input.Facts.Contains(fact) || After.Has(fact);

    // What is written into a plan is no fact of a case.
    private bool IsPlan => Scene.Library.Find(At) is { } step && Plans.Asks(step);

    private bool IsLine(Sent sent) => sent.Step == "plan/done"
        && Scene.Library.Words.Any(w => w.Key.StartsWith("plan.item.", StringComparison.Ordinal) && sent.Text.StartsWith(Gsm7.Fold(w.Value), StringComparison.Ordinal));
}
