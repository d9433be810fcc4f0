using System.Diagnostics.Metrics;

namespace OverdoseBot.Channels.Opinions;

/// <summary>Counts what became of the questions: the counter <c>overdosebot.opinions</c> with the tag <c>outcome</c>.</summary>
public sealed class OpinionTally : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "OverdoseBot.Opinions";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _counter;
    private readonly long[] _counts = new long[Enum.GetValues<OpinionOutcome>().Length];

    /// <summary>Begins at nothing.</summary>
    public OpinionTally() => _counter = _meter.CreateCounter<long>("overdosebot.opinions", "{question}", "Questions by outcome");

    /// <summary>For tests that wait for an outcome.</summary>
    internal event Action? Counted;

    /// <summary>How many came to this outcome.</summary>
    public long this[OpinionOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>Counts one.</summary>
    public void Count(OpinionOutcome outcome)
    {
        Interlocked.Increment(ref _counts[(int)outcome]);
        _counter.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));
        Counted?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
