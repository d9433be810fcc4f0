namespace OverdoseBot.Journal;

/// <summary>A turn that was kept.</summary>
/// <param name="Turn">Its number in its conversation: 1, 2, 3 … without gaps.</param>
/// <param name="InboundKey">The key it was committed with.</param>
/// <param name="Inbound">The input as it was given, or null.</param>
/// <param name="Outgoing">The replies as they were given, in order.</param>
/// <param name="At">When it ran, UTC, to the millisecond.</param>
public sealed record LoggedTurn(long Turn, string InboundKey, string? Inbound, IReadOnlyList<string> Outgoing, DateTimeOffset At);
