namespace OverdoseBot.Journal.Alarms;

/// <summary>Counts what was begun and what has ended. Two counts that only grow: one that goes up and down may be back at 0 between two reads.</summary>
internal sealed class InHand
{
    private long _begun;
    private long _ended;

    public void Begin() => Interlocked.Increment(ref _begun);

    public void End() => Interlocked.Increment(ref _ended);

    /// <summary>Whether nothing was in hand, and nothing was begun, from before <paramref name="holds"/> was asked until after it; and it holds.</summary>
    public bool NoneWhile(Func<bool> holds)
    {
        var ended = Volatile.Read(ref _ended);
        return holds() && Volatile.Read(ref _begun) == ended;
    }
}
