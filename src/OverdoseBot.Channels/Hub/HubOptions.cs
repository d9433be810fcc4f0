namespace OverdoseBot.Channels.Hub;

/// <summary>Where people who can join a conversation are reached (wire-protocols.md 7.1), and how the two sides know each other.</summary>
public sealed record HubOptions
{
    /// <summary>Where activities are posted.</summary>
    public required Uri Url { get; init; }

    /// <summary>The bearer secret of both directions: at least 16 characters.</summary>
    public required string Secret { get; init; }

    /// <summary>The key that makes conversation ids opaque: at least 32 bytes, the same for every replica.</summary>
    public required ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>Keys that did so before, while the key is changed: the names made with them still open their hand-offs.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OldKeys { get; init; } = [];

    /// <summary>The address the hub reaches us at; null: where we listen.</summary>
    public Uri? PublicUrl { get; init; }
}
