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

    public static byte[] Add(ReadOnlySpan<byte> keys, string key, long seq)
    {
        var kept = keys[..Math.Min(keys.Length, (JournalLimits.RecentKeys - 1) * Entry)];
        var grown = new byte[Entry + kept.Length];
        BinaryPrimitives.WriteUInt64BigEndian(grown, Hash(key));
        BinaryPrimitives.WriteInt64BigEndian(grown.AsSpan(8), seq);
        kept.CopyTo(grown.AsSpan(Entry));
        return grown;
    }

    /// <summary>The log rows that may hold <paramref name="key"/>, newest first.</summary>
    public static IEnumerable<long> Candidates(byte[] keys, string key)
    {
        var hash = Hash(key);
        for (var at = 0; at + Entry <= keys.Length; at += Entry)
        {
            if (BinaryPrimitives.ReadUInt64BigEndian(keys.AsSpan(at)) == hash)
            {
                yield return BinaryPrimitives.ReadInt64BigEndian(keys.AsSpan(at + 8));
            }
        }
    }

    private static ulong Hash(string key) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
