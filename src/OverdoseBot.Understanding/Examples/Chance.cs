namespace OverdoseBot.Understanding.Examples;

/// <summary>Numbers that look drawn by chance and are the same each time (SplitMix64).</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to 1.</summary>
    public float Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 40) / (float)(1 << 24);
    }
}
