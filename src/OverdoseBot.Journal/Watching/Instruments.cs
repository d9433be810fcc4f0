using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OverdoseBot.Journal;

/// <summary>
/// Everything that is measured, in one list; deploy/watching.md says what each means to an operator. It stands here because this is the lowest room that
/// counts anything. Tags come from closed lists only (channels, kinds, step names of the scripts …): never what people write, a number, an address or an id.
/// </summary>
public static class Instruments
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "OverdoseBot";

    /// <summary>The meter of the questions to families.</summary>
    public const string KnowledgeMeter = "OverdoseBot.Knowledge";

    /// <summary>The meter of the second opinions.</summary>
    public const string OpinionsMeter = "OverdoseBot.Opinions";

    private static readonly Meter _meter = new(Name);
    private static readonly Meter _knowledge = new(KnowledgeMeter);
    private static readonly Meter _opinions = new(OpinionsMeter);

    // Seconds: a turn takes some milliseconds; an alarm is on time within one second.
    private static readonly InstrumentAdvice<double> _short = new() { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] };
    private static readonly InstrumentAdvice<double> _late = new() { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300] };

    /// <summary>One span a turn, with spans for load, run and commit in it.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Turns kept. Tags <c>channel</c> (web, sms, connector, clock, hub, opinion), <c>kind</c> (triage, emergency, prepare, drill, after, support).</summary>
    public static Counter<long> Turns { get; } = _meter.CreateCounter<long>("overdosebot.turns", "{turn}", "Turns kept, by channel and kind");

    /// <summary>From a message's arrival to its replies, durable. Tag <c>channel</c>.</summary>
    public static Histogram<double> TurnDuration { get; } =
        _meter.CreateHistogram("overdosebot.turn.duration", "s", "Time from a message's arrival to its replies, durable, by channel", null, _short);

    /// <summary>Turns in which a script or the program failed: the person got the step again with the emergency number.</summary>
    public static Counter<long> TurnFailures { get; } = _meter.CreateCounter<long>("overdosebot.turn.failures", "{turn}", "Turns that failed and were answered with the step again");

    /// <summary>The emergency card in place of a turn. Tag <c>reason</c> (store, slow, full, conflict, limit, fault).</summary>
    public static Counter<long> Cards { get; } = _meter.CreateCounter<long>("overdosebot.cards", "{card}", "Emergency cards given in place of a turn, by reason");

    /// <summary>Arrivals at a step. Tag <c>step</c> (<c>dialog/step</c>, a name of the scripts).</summary>
    public static Counter<long> Steps { get; } = _meter.CreateCounter<long>("overdosebot.steps", "{arrival}", "Arrivals at a step, by dialog and step");

    /// <summary>Alarms that rang.</summary>
    public static Counter<long> Alarms { get; } = _meter.CreateCounter<long>("overdosebot.alarms", "{alarm}", "Alarms that rang");

    /// <summary>How long after its time an alarm's turn was kept.</summary>
    public static Histogram<double> AlarmLateness { get; } =
        _meter.CreateHistogram("overdosebot.alarm.lateness", "s", "Time from when an alarm was due till its turn was kept", null, _late);

    /// <summary>Age of the oldest message that waits for delivery, 0 when none does. Tag <c>target</c>. Replicas see the same: take the highest.</summary>
    public static Gauge<double> OutboxAge { get; } = _meter.CreateGauge<double>("overdosebot.outbox.age", "s", "Age of the oldest message that waits for delivery, by target");

    /// <summary>What became of messages to be delivered. Tags <c>target</c>, <c>outcome</c> (sent, retry, dropped, stale).</summary>
    public static Counter<long> OutboxMessages { get; } = _meter.CreateCounter<long>("overdosebot.outbox.messages", "{message}", "Tries to deliver a message, by target and outcome");

    /// <summary>Parts of text messages. Tag <c>way</c> (reply, prompt).</summary>
    public static Counter<long> SmsSegments { get; } = _meter.CreateCounter<long>("overdosebot.sms.segments", "{segment}", "Parts of text messages sent, as replies and as prompts");

    /// <summary>Offers of a person. Tag <c>aside</c> (a name of the scripts).</summary>
    public static Counter<long> Offers { get; } = _meter.CreateCounter<long>("overdosebot.distress.offers", "{offer}", "Offers of a human line or a person, by aside");

    /// <summary>Hand-offs to a person. Tag <c>state</c> (asked, joined, ended, failed, lost).</summary>
    public static Counter<long> Handoffs { get; } = _meter.CreateCounter<long>("overdosebot.handoffs", "{handoff}", "Hand-offs to a person, by state reached");

    /// <summary>Streams open on this replica.</summary>
    public static UpDownCounter<long> Streams { get; } = _meter.CreateUpDownCounter<long>("overdosebot.streams", "{stream}", "WebSocket streams open on this replica");

    /// <summary>How long the store takes to keep a turn. Tag <c>outcome</c> (done, duplicate, conflict, failed).</summary>
    public static Histogram<double> CommitDuration { get; } =
        _meter.CreateHistogram("overdosebot.journal.commit.duration", "s", "Time the store takes to keep a turn, by outcome", null, _short);

    /// <summary>Second opinions. Tag <c>outcome</c> (the names of <c>OpinionOutcome</c>); <c>Late</c> missed the budget.</summary>
    public static Counter<long> Opinions { get; } = _opinions.CreateCounter<long>("overdosebot.opinions", "{question}", "Questions by outcome");

    /// <summary>Questions that families answered. Tag <c>when</c> (before, after the facts).</summary>
    public static Counter<long> KnowledgeAsked { get; } = _knowledge.CreateCounter<long>("knowledge.asked", "{question}", "Questions answered");

    /// <summary>Those answered right. Tag <c>when</c>.</summary>
    public static Counter<long> KnowledgeRight { get; } = _knowledge.CreateCounter<long>("knowledge.right", "{question}", "Questions answered right");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Instrument> All { get; } =
    [
        Turns, TurnDuration, TurnFailures, Cards, Steps, Alarms, AlarmLateness, OutboxAge, OutboxMessages, SmsSegments, Offers, Handoffs, Streams,
        CommitDuration, Opinions, KnowledgeAsked, KnowledgeRight,
    ];

    /// <summary>Adds one with a tag; the pair is made only when somebody listens.</summary>
    public static void Count(this Counter<long> counter, string tag, string value)
    {
        ArgumentNullException.ThrowIfNull(counter);
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>(tag, value));
        }
    }
}
