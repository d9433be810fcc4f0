using OverdoseBot.Journal;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Counts what is handed out and not settled, for tests that own the time.</summary>
internal sealed class CountedOutbox(IOutboxRows rows, CountedOutbox.Counter counter) : IOutboxRows
{
    public async ValueTask<IReadOnlyList<OutboxRow>> ClaimAsync(string target, DateTimeOffset now, int most, CancellationToken cancel)
    {
        counter.Add(1);
        try
        {
            var claimed = await rows.ClaimAsync(target, now, most, cancel);
            counter.Add(claimed.Count);
            return claimed;
        }
        finally
        {
            counter.Add(-1);
        }
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(string target, CancellationToken cancel) => rows.NextDueAsync(target, cancel);

    public ValueTask<DateTimeOffset?> OldestAsync(string target, CancellationToken cancel) => rows.OldestAsync(target, cancel);

    public async ValueTask SettleAsync(OutboxRow row, Delivery outcome, CancellationToken cancel)
    {
        await rows.SettleAsync(row, outcome, cancel);
        counter.Add(-1);
    }

    public sealed class Counter
    {
        private int _count;
        private int _changes;

        public int Count => Volatile.Read(ref _count);

        /// <summary>Grows with every change, so that a look before and one after tell whether something came between.</summary>
        public int Changes => Volatile.Read(ref _changes);

        public void Add(int more)
        {
            Interlocked.Add(ref _count, more);
            Interlocked.Increment(ref _changes);
        }
    }
}
