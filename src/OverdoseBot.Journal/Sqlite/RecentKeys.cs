using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>
/// The inbound keys of a conversation's last turns: 16 bytes each (8 of the key's SHA-256, 8 of the sequence number of its log row), newest first,
/// so that the row stays on one page whatever channels use for keys. A hit is a candidate; the log row has the key itself.
/// </summary>
internal static class RecentKeys
{
    private const int Entry = 16;
    private const int MostBytes = 3 * JournalLimits.KeyLength;

    /// <summary>What stands for a key; made once a turn.</summary>
    public static ulong Hash(string key)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(key, text)], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    public static byte[] Add(ReadOnlySpan<byte> keys, ulong hash, long seq)
    {
        var kept = keys[..Math.Min(keys.Length, (JournalLimits.RecentKeys - 1) * Entry)];
        var grown = new byte[Entry + kept.Length];
        BinaryPrimitives.WriteUInt64BigEndian(grown, hash);
        BinaryPrimitives.WriteInt64BigEndian(grown.AsSpan(8), seq);
        kept.CopyTo(grown.AsSpan(Entry));
        return grown;
    }

    /// <summary>The log rows that may hold the key, newest first, one a call: <paramref name="keys"/> is what is left to be looked at.</summary>
    public static bool TryNext(ref ReadOnlySpan<byte> keys, ulong hash, out long seq)
    {
        while (keys.Length >= Entry)
        {
            var entry = keys[..Entry];
            keys = keys[Entry..];
            if (BinaryPrimitives.ReadUInt64BigEndian(entry) == hash)
            {
                seq = BinaryPrimitives.ReadInt64BigEndian(entry[8..]);
                return true;
            }
        }

        seq = 0;
        return false;
    }
}
