namespace OverdoseBot.Paths;

/// <summary>A folded state that was reached, and the shortest way to it.</summary>
/// <param name="Parent">Where it was reached from; -1: it is where a conversation begins.</param>
/// <param name="Input">What led here, or null.</param>
/// <param name="Record">The record as it is saved.</param>
/// <param name="Now">When it was reached.</param>
/// <param name="Looked">When a clock last told to look at the chest.</param>
/// <param name="Walks">What is walked from here.</param>
internal sealed record Node(int Parent, PathInput? Input, byte[] Record, DateTimeOffset Now, DateTimeOffset? Looked, Walked Walks);
