namespace OverdoseBot.Channels;

/// <summary>
/// How many turns are taken on. A core runs some thousand durable turns a second (deploy/capacity.md): what is in hand is done within a fraction of a
/// second, and what waits longer than <see cref="Patience"/> is not kept waiting.
/// </summary>
public sealed record ReceptionOptions
{
    /// <summary>The usual <see cref="AtOnce"/>: two groups of the store, one on its way to the disk and one that gathers.</summary>
    public const int UsuallyAtOnce = 512;

    /// <summary>The usual <see cref="Waiting"/>.</summary>
    public const int UsuallyWaiting = 8_000;

    /// <summary>How many turns run at once, 1 to 10,000.</summary>
    public int AtOnce { get; init; } = UsuallyAtOnce;

    /// <summary>How many more wait, 0 to 100,000; who comes then gets the emergency card at once.</summary>
    public int Waiting { get; init; } = UsuallyWaiting;

    /// <summary>How long anybody waits to get in before they get the emergency card.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long anybody waits for the store after that before they get the card; their turn goes on.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);
}
