using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Writes addresses so that only this service can read them: the journal keeps them with the conversation, and a copy of its file tells nobody who
/// was there. The same address is written the same way each time (AES-GCM, its nonce a keyed hash of what it hides).
/// </summary>
internal sealed class SealedAddresses
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const char Between = '\n';
    private readonly byte[] _nonceKey;
    private readonly byte[] _key;

    /// <summary>With keys of its own from the service's signing key.</summary>
    public SealedAddresses(ReadOnlySpan<byte> signingKey)
    {
        _nonceKey = HMACSHA256.HashData(signingKey, "sms address nonces"u8);
        _key = HMACSHA256.HashData(signingKey, "sms addresses"u8);
    }

    /// <summary>Writes an address.</summary>
    public string Seal(Address address)
    {
        var plain = Encoding.UTF8.GetBytes(string.Join(Between, address.Theirs, address.Ours, address.Account));
        var written = new byte[NonceSize + TagSize + plain.Length];
        var nonce = written.AsSpan(0, NonceSize);
        HMACSHA256.HashData(_nonceKey, plain).AsSpan(0, NonceSize).CopyTo(nonce);
        using var cipher = new AesGcm(_key, TagSize);
        cipher.Encrypt(nonce, plain, written.AsSpan(NonceSize + TagSize), written.AsSpan(NonceSize, TagSize));
        return Base64Url.EncodeToString(written);
    }

    /// <summary>Reads an address; null: it was not written with this key.</summary>
    public Address? Open(string? written)
    {
        if (written is null || !Base64Url.IsValid(written) || Base64Url.DecodeFromChars(written) is not { Length: > NonceSize + TagSize } bytes)
        {
            return null;
        }

        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_key, TagSize);
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain).Split(Between) is [var theirs, var ours, var account] ? new Address(theirs, ours, account) : null;
    }
}
