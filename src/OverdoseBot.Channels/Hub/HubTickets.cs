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
    private readonly byte[] _cipher;
    private readonly byte[] _nonces;

    public HubTickets(HubOptions options)
    {
        _cipher = HKDF.DeriveKey(HashAlgorithmName.SHA256, options.Key.ToArray(), 32, info: "hub conversation"u8.ToArray());
        _nonces = HKDF.DeriveKey(HashAlgorithmName.SHA256, options.Key.ToArray(), 32, info: "hub nonce"u8.ToArray());
    }

    /// <summary>The name of a hand-off for the hub: letters that need no escaping in an address.</summary>
    public string Seal(string conversation, string handoff)
    {
        var plain = Encoding.UTF8.GetBytes($"{handoff}/{conversation}");
        var ticket = new byte[Nonce + plain.Length + Tag];

        // Made from what is encrypted: it comes again only with the same content.
        HMACSHA256.HashData(_nonces, plain).AsSpan(0, Nonce).CopyTo(ticket);
        using var cipher = new AesGcm(_cipher, Tag);
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

            var plain = new byte[ticket.Length - Nonce - Tag];
            using var cipher = new AesGcm(_cipher, Tag);
            cipher.Decrypt(ticket.AsSpan(0, Nonce), ticket.AsSpan(Nonce, plain.Length), ticket.AsSpan(Nonce + plain.Length), plain);
            var parts = Encoding.UTF8.GetString(plain).Split('/', 2);
            return parts is [var handoff, var conversation] ? (conversation, handoff) : null;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
