using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Counts what is read of a conversation.</summary>
internal sealed class CountedHistory(IJournal inner) : PassingJournal(inner), IJournal
{
    private int _reads;

    /// <summary>The most turns that were asked for at once.</summary>
    public int Most { get; private set; }

    /// <summary>How many turns were read.</summary>
    public int Turns { get; private set; }

    /// <summary>What happens before the third read.</summary>
    public Func<Task> OnThird { get; init; } = () => Task.CompletedTask;

    async ValueTask<IReadOnlyList<LoggedTurn>> IJournal.HistoryAsync(string conversation, long after, int most, CancellationToken cancel)
    {
        if (++_reads == 3)
        {
            await OnThird();
        }

        Most = Math.Max(Most, most);
        var turns = await HistoryAsync(conversation, after, most, cancel);
        Turns += turns.Count;
        return turns;
    }
}
