namespace OverdoseBot.Channels.Opinions;

/// <summary>How another opinion on distress is asked for: of Azure AI Language, beside the turns.</summary>
/// <param name="Endpoint">The resource's address; what people write is sent there.</param>
/// <param name="Key">A key of the resource; null: a managed identity signs in, or what else the default credential of Azure finds.</param>
public sealed record OpinionOptions(Uri Endpoint, string? Key)
{
    /// <summary>The threshold when none is set.</summary>
    public const double DefaultThreshold = 0.9;

    /// <summary>
    /// How sure of "negative" the service must be, 0.5 to 1. High, because plain bad facts ("he is not breathing") are negative too, and are no distress.
    /// </summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>From the message's turn to the offer, whole (wire-protocols.md 6.4: at most 1 to 2 s). A later opinion is thrown away.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Questions that wait at most; more are dropped.</summary>
    public int Waiting { get; init; } = 256;

    /// <summary>Calls at once at most.</summary>
    public int InFlight { get; init; } = 8;

    /// <summary>Failures within a minute, and at least every other call, that open the breaker. At least 2.</summary>
    public int Failures { get; init; } = 3;

    /// <summary>How long the service is left alone then, before one call tries it again.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without the key.</summary>
    public override string ToString() => nameof(OpinionOptions);
}
