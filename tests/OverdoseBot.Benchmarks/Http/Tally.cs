using System.Collections.Concurrent;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>What the visitors of a row saw.</summary>
internal sealed class Tally
{
    private readonly ConcurrentBag<double> _turns = [];
    private readonly ConcurrentBag<double> _openings = [];
    private readonly ConcurrentDictionary<string, int> _answered = new();
    private long _messages;
    private long _bytes;

    /// <summary>Turns answered, by conversation.</summary>
    public IReadOnlyDictionary<string, int> Answered => _answered;

    public long Messages => _messages;

    public long Bytes => _bytes;

    public void Opened(TimeSpan taken) => _openings.Add(taken.TotalMilliseconds);

    public void Turn(TimeSpan taken) => _turns.Add(taken.TotalMilliseconds);

    public void Left(Visitor visitor, int answered)
    {
        _answered[visitor.Conversation] = answered;
        Interlocked.Add(ref _messages, visitor.Messages);
        Interlocked.Add(ref _bytes, visitor.Bytes);
    }

    /// <summary>Times of turns in milliseconds, shortest first.</summary>
    public double[] Turns() => [.. _turns.Order()];

    /// <summary>Times of openings in milliseconds, shortest first.</summary>
    public double[] Openings() => [.. _openings.Order()];

    /// <summary>The time that this part of all, in thousandths, did not exceed.</summary>
    public static double Within(double[] sorted, int thousandths) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, sorted.Length * thousandths / 1_000)];
}
