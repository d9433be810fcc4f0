namespace OverdoseBot.Journal;

/// <summary>What became of a turn: <see cref="Done"/>, <see cref="Conflict"/> or <see cref="Duplicate"/>, nothing else.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>The turn is kept.</summary>
    /// <param name="Turn">As it will be read back.</param>
    /// <param name="Version">What <see cref="Opened.Version"/> is from now on, until another turn is kept.</param>
    public sealed record Done(LoggedTurn Turn, long Version) : CommitOutcome;

    /// <summary>Another turn was kept first: nothing happened; begin again.</summary>
    public sealed record Conflict : CommitOutcome;

    /// <summary>The same input was already answered: nothing happened.</summary>
    /// <param name="Earlier">The turn that answered it; send its replies again.</param>
    public sealed record Duplicate(LoggedTurn Earlier) : CommitOutcome;
}
