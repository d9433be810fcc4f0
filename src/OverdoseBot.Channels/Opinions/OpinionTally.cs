using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Opinions;

/// <summary>Counts what became of the questions: the counter <c>overdosebot.opinions</c> with the tag <c>outcome</c>.</summary>
public sealed class OpinionTally
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = Instruments.OpinionsMeter;

    private readonly long[] _counts = new long[Enum.GetValues<OpinionOutcome>().Length];

    /// <summary>For tests that wait for an outcome.</summary>
    internal event Action? Counted;

    /// <summary>How many came to this outcome.</summary>
    public long this[OpinionOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>Counts one.</summary>
    public void Count(OpinionOutcome outcome)
    {
        Interlocked.Increment(ref _counts[(int)outcome]);
        Instruments.Opinions.Count("outcome", outcome.ToString());
        Counted?.Invoke();
    }
}
