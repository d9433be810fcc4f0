using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Hub;

/// <summary>
/// The names of hand-offs on the wire. A conversation's own key may hold a phone number: the hub gets it encrypted, with the hand-off's id, under a
/// key it does not have. Nothing is kept, the same hand-off always has the same name, and a name that we did not make opens nothing.
/// </summary>
internal sealed class HubTickets
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private const int Longest = 8_192;
    private readonly byte[][] _ciphers;
    private readonly byte[] _nonces;

    public HubTickets(HubOptions options)
    {
        _ciphers = [.. options.OldKeys.Prepend(options.Key).Select(key => Derived(key, "hub conversation"u8))];
        _nonces = Derived(options.Key, "hub nonce"u8);
    }

    /// <summary>The name of a hand-off for the hub: letters that need no escaping in an address.</summary>
    public string Seal(string conversation, string handoff)
    {
        var plain = Encoding.UTF8.GetBytes($"{handoff}/{conversation}");
        var ticket = new byte[Nonce + plain.Length + Tag];

        // Made from what is encrypted: it comes again only with the same content.
        HMACSHA256.HashData(_nonces, plain).AsSpan(0, Nonce).CopyTo(ticket);
        using var cipher = new AesGcm(_ciphers[0], Tag);
        cipher.Encrypt(ticket.AsSpan(0, Nonce), plain, ticket.AsSpan(Nonce, plain.Length), ticket.AsSpan(Nonce + plain.Length));
        return Base64Url.EncodeToString(ticket);
    }

    /// <summary>The hand-off of a name; null: it is none of ours.</summary>
    public (string Conversation, string Handoff)? Open(string name)
    {
        try
        {
            if (name.Length > Longest || Base64Url.DecodeFromChars(name) is not { Length: > Nonce + Tag } ticket)
            {
                return null;
            }

            return _ciphers.Select(key => Open(key, ticket)).FirstOrDefault(plain => plain is not null)?.Split('/', 2) is [var handoff, var conversation]
                ? (conversation, handoff)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Open(byte[] key, byte[] ticket)
    {
        var plain = new byte[ticket.Length - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        try
        {
            cipher.Decrypt(ticket.AsSpan(0, Nonce), ticket.AsSpan(Nonce, plain.Length), ticket.AsSpan(Nonce + plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Derived(ReadOnlyMemory<byte> key, ReadOnlySpan<byte> use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 32, info: use.ToArray());
}
