using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>Lets another turn in just before a commit, so that the commit meets a conflict.</summary>
internal sealed class RacedJournal(IJournal inner) : PassingJournal(inner)
{
    /// <summary>The turn that comes first; taken once.</summary>
    public Func<Task>? First { get; set; }

    public int Conflicts { get; private set; }

    /// <summary>How often a conversation was loaded.</summary>
    public int Loads { get; private set; }

    public override ValueTask<Opened> BeginAsync(string conversation, string inboundKey, CancellationToken cancel)
    {
        Loads++;
        return base.BeginAsync(conversation, inboundKey, cancel);
    }

    public override async ValueTask<CommitOutcome> CommitAsync(TurnEntry turn, CancellationToken cancel)
    {
        if (First is { } first)
        {
            First = null;
            await first();
        }

        var outcome = await base.CommitAsync(turn, cancel);
        Conflicts += outcome is CommitOutcome.Conflict ? 1 : 0;
        return outcome;
    }
}
