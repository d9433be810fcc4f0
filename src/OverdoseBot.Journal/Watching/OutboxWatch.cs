namespace OverdoseBot.Journal.Watching;

/// <summary>What is measured of one outbox.</summary>
internal sealed class OutboxWatch(IJournal journal, TimeProvider time, string target)
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);
    private readonly KeyValuePair<string, object?> _target = new("target", target);
    private long _looked;

    /// <summary>Counts what became of a message.</summary>
    public void Count(Delivery outcome)
    {
        if (Instruments.OutboxMessages.Enabled)
        {
            Instruments.OutboxMessages.Add(1, _target, new("outcome", Name(outcome)));
        }
    }

    /// <summary>Looks from time to time how old the oldest is, if anybody wants to know.</summary>
    public async ValueTask LookAsync(CancellationToken cancel)
    {
        if (!Instruments.OutboxAge.Enabled || (_looked != 0 && time.GetElapsedTime(_looked) < _rest))
        {
            return;
        }

        _looked = time.GetTimestamp();
        var oldest = await journal.OutboxRows.OldestAsync(target, cancel);
        Instruments.OutboxAge.Record(oldest is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0, _target);
    }

    private static string Name(Delivery outcome) => outcome switch
    {
        Delivery.Delivered => "sent",
        Delivery.Retry => "retry",
        Delivery.Dropped { Stale: true } => "stale",
        _ => "dropped",
    };
}
