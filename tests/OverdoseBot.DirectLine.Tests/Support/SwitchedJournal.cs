using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A real journal that can be taken away.</summary>
internal sealed class SwitchedJournal(IJournal journal) : PassingJournal(journal)
{
    public bool Away { get; set; }

    /// <summary>What commits wait for: a slow disk.</summary>
    public Task Slow { get; set; } = Task.CompletedTask;

    /// <summary>How many messages are in hand now.</summary>
    public CountedOutbox.Counter InHand { get; } = new();

    public override IOutboxRows OutboxRows => new CountedOutbox(base.OutboxRows, InHand);

    protected override IJournal There => Away ? throw new JournalException("The disk is away.") : base.There;

    public override async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        await Slow;
        return await base.CommitAsync(turn, cancel);
    }
}
