using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>How the embedded Direct Line is served (wire-protocols.md 3.2).</summary>
public sealed record DirectLineOptions
{
    /// <summary>The key that signs tokens: at least 32 bytes.</summary>
    public required ReadOnlyMemory<byte> SigningKey { get; init; }

    /// <summary>Keys that signed before, while the key is changed: their tokens still open their conversations.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> OldSigningKeys { get; init; } = [];

    /// <summary>Whether a visitor without a secret gets a token.</summary>
    public bool AllowAnonymous { get; init; } = true;

    /// <summary>The server-side secret that gets tokens; null: none.</summary>
    public string? Secret { get; init; }

    /// <summary>Origins of other sites whose pages may call; empty: only our own.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];

    /// <summary>The address people reach the service at, such as <c>https://bot.example</c>; null: taken from each request.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How long a token lives. For four times as long it still opens its own conversation: phones sleep.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after its life a token can still be changed for a new one: as long as the conversation itself is kept.</summary>
    public TimeSpan RefreshFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether what comes from one address is limited. A whole shelter, or a phone company's customers, may share one.</summary>
    public bool RateLimited { get; init; } = true;

    /// <summary>How many chats an address may begin.</summary>
    public Allowance NewChats { get; init; } = new(120, 5, 600);

    /// <summary>How many messages may come from an address; a panicking person sends 30 a minute.</summary>
    public Allowance Posts { get; init; } = new(1_000, 100, 5_000);

    /// <summary>How often an address may look: a client without a stream does so every second or two.</summary>
    public Allowance Looks { get; init; } = new(5_000, 500, 5_000);
}
