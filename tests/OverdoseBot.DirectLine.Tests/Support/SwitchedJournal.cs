using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A real journal that can be taken away.</summary>
internal sealed class SwitchedJournal(IJournal journal) : PassingJournal(journal)
{
    private int _rings;

    public bool Away { get; set; }

    /// <summary>What commits wait for: a slow disk.</summary>
    public Task Slow { get; set; } = Task.CompletedTask;

    /// <summary>How many turns of clocks have run as far as to be kept.</summary>
    public int Rings => Volatile.Read(ref _rings);

    /// <summary>How many messages are in hand now.</summary>
    public CountedOutbox.Counter InHand { get; } = new();

    public override IOutboxRows OutboxRows => new CountedOutbox(base.OutboxRows, InHand);

    protected override IJournal There => Away ? throw new JournalException("The disk is away.") : base.There;

    public override async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        if (turn.InboundKey.StartsWith("clock/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _rings);
        }

        await Slow;
        return await base.CommitAsync(turn, cancel);
    }
}
