namespace OverdoseBot.Journal.Sealing;

/// <summary>
/// How a sealed value begins: a byte that no UTF-8 has, three letters, and which key sealed it. Zeros for the key: what follows is as it was, and only
/// looked like a sealed value.
/// </summary>
internal static class Mark
{
    /// <summary>Bytes of a key's id.</summary>
    public const int IdSize = 8;

    /// <summary>Bytes before what was sealed.</summary>
    public const int Size = 4 + IdSize;

    /// <summary>Of no key.</summary>
    public static byte[] Plain { get; } = Of(new byte[IdSize]);

    /// <summary>For content that by itself looks sealed, where there is no key.</summary>
    public static byte[] OnPlain(byte[] content) => [.. Plain, .. content];

    private static ReadOnlySpan<byte> First => [0xFF, (byte)'O', (byte)'D', (byte)'B'];

    public static byte[] Of(byte[] id) => [.. First, .. id];

    public static bool IsOn(ReadOnlySpan<byte> stored) => stored.Length >= Size && stored.StartsWith(First);
}
