using System.Collections.Concurrent;
using System.Diagnostics;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>What the people of a run got, and how long each thing took.</summary>
internal sealed class Heard
{
    private readonly ConcurrentBag<double> _times = [];
    private long _cards;
    private long _errors;

    public long Cards => _cards;

    public long Errors => _errors;

    /// <summary>Turns that were answered as turns.</summary>
    public int Turns => _times.Count - (int)_cards;

    /// <summary>Counts an answer.</summary>
    /// <param name="got">What came.</param>
    /// <param name="since">When it was to be asked for, in ticks of the stopwatch.</param>
    public void Count(Got got, long since)
    {
        _times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        if (got == Got.Nothing)
        {
            Fail();
        }
        else if (got == Got.Card)
        {
            Interlocked.Increment(ref _cards);
        }
    }

    /// <summary>Counts somebody who got nothing, or an error.</summary>
    public void Fail() => Interlocked.Increment(ref _errors);

    /// <summary>p50, p99 and p99.9 in milliseconds.</summary>
    public string Times()
    {
        var sorted = _times.Order().ToArray();
        return $"p50 {Http.Tally.Within(sorted, 500),6:N2}  p99 {Http.Tally.Within(sorted, 990),7:N2}  p99.9 {Http.Tally.Within(sorted, 999),7:N2} ms";
    }

    /// <summary>The longest anybody waited, in milliseconds.</summary>
    public double Longest() => _times.IsEmpty ? double.NaN : _times.Max();
}
