using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Journal.Sealing;

/// <summary>
/// One key. Each conversation is sealed with a key of its own made from it: what was sealed in one opens in no other, and random nonces need to be
/// different within one conversation only.
/// </summary>
internal sealed class SealKey
{
    private readonly byte[] _root;

    /// <exception cref="ArgumentException">It has not <see cref="JournalKeys.Size"/> bytes.</exception>
    public SealKey(byte[] key)
    {
        if (key.Length != JournalKeys.Size)
        {
            throw new ArgumentException($"A key of the journal has {JournalKeys.Size} bytes; this one has {key.Length}.", nameof(key));
        }

        _root = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "journal content"u8.ToArray());
        Header = Mark.Of(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Mark.IdSize, info: "journal key id"u8.ToArray()));
    }

    /// <summary>What every value sealed with it begins with.</summary>
    public byte[] Header { get; }

    /// <summary>The cipher of a conversation.</summary>
    public AesGcm For(string conversation)
    {
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_root, Encoding.UTF8.GetBytes(conversation), key);
        return new AesGcm(key, Box.TagSize);
    }
}
