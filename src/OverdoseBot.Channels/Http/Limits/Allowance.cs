namespace OverdoseBot.Channels.Http;

/// <summary>How much may come from one address or number: a burst, and so many a second for ever.</summary>
/// <param name="Burst">How many at once, beyond which only emergencies are taken.</param>
/// <param name="PerSecond">How many a second the burst refills by.</param>
/// <param name="HardBurst">How many at once, beyond which nothing is taken.</param>
public sealed record Allowance(double Burst, double PerSecond, double HardBurst);

/// <summary>What came from one address or number, against what may.</summary>
internal enum Load
{
    /// <summary>Within its allowance.</summary>
    Light,

    /// <summary>Beyond it: emergencies only.</summary>
    Heavy,

    /// <summary>Far beyond it: nothing.</summary>
    Over,
}
