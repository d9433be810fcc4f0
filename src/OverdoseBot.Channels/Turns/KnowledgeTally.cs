using System.Diagnostics.Metrics;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>
/// Counts answers to the short questions, before the facts and after them, in totals that name nobody: the counters <c>knowledge.asked</c> and
/// <c>knowledge.right</c> with the tag <c>when</c> (<c>before</c>, <c>after</c>). A programme reads its gain from them.
/// </summary>
public sealed class KnowledgeTally
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = Instruments.KnowledgeMeter;

    private readonly Counter<long> _asked = Instruments.KnowledgeAsked;
    private readonly Counter<long> _right = Instruments.KnowledgeRight;

    /// <summary>Counts one answer, once its turn is committed.</summary>
    public void Count(QuizAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var when = new KeyValuePair<string, object?>("when", answer.After ? "after" : "before");
        _asked.Add(1, when);
        _right.Add(answer.Right ? 1 : 0, when);
    }
}
