namespace OverdoseBot.Paths;

/// <summary>A folded state that was reached, and the shortest way to it.</summary>
/// <param name="Parent">Where it was reached from; -1: it is where a conversation begins.</param>
/// <param name="Input">What led here, or null.</param>
/// <param name="Record">The record as it is saved.</param>
/// <param name="Now">When it was reached.</param>
/// <param name="Looked">When a clock last told to look at the chest.</param>
/// <param name="Hears">True: messages are walked from here; false: another state meets them in the same way.</param>
/// <param name="TakesBack">True: "wrong button" is walked from here.</param>
/// <param name="Rings">True: its clocks are walked from here.</param>
/// <param name="First">True: no state was at this step before; every text is read here.</param>
internal sealed record Node(int Parent, PathInput? Input, byte[] Record, DateTimeOffset Now, DateTimeOffset? Looked,
    bool Hears, bool TakesBack, bool Rings, bool First);
