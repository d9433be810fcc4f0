using System.Diagnostics.Metrics;
using OverdoseBot.Bot;

namespace OverdoseBot.Channels;

/// <summary>
/// Counts answers to the short questions, before the facts and after them, in totals that name nobody: the counters <c>knowledge.asked</c> and
/// <c>knowledge.right</c> with the tag <c>when</c> (<c>before</c>, <c>after</c>). A programme reads its gain from them.
/// </summary>
public sealed class KnowledgeTally : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "OverdoseBot.Knowledge";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _asked;
    private readonly Counter<long> _right;

    /// <summary>Begins at nothing.</summary>
    public KnowledgeTally()
    {
        _asked = _meter.CreateCounter<long>("knowledge.asked", "{question}", "Questions answered");
        _right = _meter.CreateCounter<long>("knowledge.right", "{question}", "Questions answered right");
    }

    /// <summary>Counts one answer, once its turn is committed.</summary>
    public void Count(QuizAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var when = new KeyValuePair<string, object?>("when", answer.After ? "after" : "before");
        _asked.Add(1, when);
        _right.Add(answer.Right ? 1 : 0, when);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
