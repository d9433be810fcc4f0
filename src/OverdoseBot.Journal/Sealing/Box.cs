using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Journal.Sealing;

/// <summary>What a value is. A part of what is sealed with it, so that a value opens only in its own place.</summary>
internal enum Kind : byte
{
    Record = 1,
    Inbound = 2,
    Outgoing = 3,
    Body = 4,
}

/// <summary>
/// Seals and opens the values of one conversation: <see cref="Mark"/>, nonce, tag, and the content under AES-256-GCM. Sealed with them: the kind, the
/// conversation, and what binds the value to its row (the inbound key of a turn, the target of a message). Values without a mark are from a time without a
/// key, and are taken as they are. Nothing to hide stays nothing.
/// </summary>
internal sealed class Box(JournalKeys keys, string conversation) : IDisposable
{
    public const int TagSize = 16;
    private const int NonceSize = 12;
    private const int DrawnSize = 8;
    private const int Before = Mark.Size + NonceSize + TagSize;
    private (SealKey Key, AesGcm Cipher)? _ready;
    private byte[]? _drawn;
    private int _closed;

    /// <summary>Whether what is written is sealed.</summary>
    public bool Closes => keys.Current is not null;

    /// <summary>What is stored in place of a value.</summary>
    public byte[] Close(Kind kind, string row, byte[] plain)
    {
        if (keys.Current is not { } key || plain.Length == 0)
        {
            return Mark.IsOn(plain) ? Mark.OnPlain(plain) : plain;
        }

        var stored = new byte[Before + plain.Length];
        key.Header.CopyTo(stored, 0);
        var nonce = stored.AsSpan(Mark.Size, NonceSize);
        Draw(nonce);
        Cipher(key).Encrypt(nonce, plain, stored.AsSpan(Before), stored.AsSpan(Mark.Size + NonceSize, TagSize), Place(kind, row));
        return stored;
    }

    /// <summary>What is stored in place of a record; no copy of a whole array that stays as it is.</summary>
    public byte[] Record(ReadOnlyMemory<byte> record) => Close(
        Kind.Record,
        string.Empty,
        MemoryMarshal.TryGetArray(record, out var segment) && segment.Array is { } array && array.Length == segment.Count ? array : record.ToArray());

    /// <summary>The value that is stored so.</summary>
    /// <exception cref="JournalException">It was sealed with a key that is not set, or not here, or was changed.</exception>
    public byte[] Open(Kind kind, string row, byte[] stored)
    {
        if (!Mark.IsOn(stored))
        {
            return stored;
        }

        if (stored.AsSpan().StartsWith(Mark.Plain))
        {
            return stored[Mark.Size..];
        }

        if (keys.All.FirstOrDefault(k => stored.AsSpan().StartsWith(k.Header)) is not { } key)
        {
            throw new JournalException(
                "What the journal keeps of a conversation is sealed with a key that is not set. Set Journal:Key to the key that it was written with, or add that key to Journal:OldKeys.");
        }

        try
        {
            var plain = new byte[stored.Length - Before];
            Cipher(key).Decrypt(stored.AsSpan(Mark.Size, NonceSize), stored.AsSpan(Before), stored.AsSpan(Mark.Size + NonceSize, TagSize), plain, Place(kind, row));
            return plain;
        }
        catch (Exception forged) when (forged is CryptographicException or OverflowException)
        {
            throw new JournalException(
                "What the journal keeps of a conversation was damaged, changed, or moved there from another one. Look who else writes to the store; a backup has what it was.");
        }
    }

    public void Dispose() => _ready?.Cipher.Dispose();

    // Drawn once, and then counted on: random numbers cost as much as sealing does.
    private void Draw(Span<byte> nonce)
    {
        (_drawn ??= RandomNumberGenerator.GetBytes(DrawnSize)).CopyTo(nonce);
        BinaryPrimitives.WriteInt32BigEndian(nonce[DrawnSize..], ++_closed);
    }

    // Nearly always one key for all of a conversation.
    private AesGcm Cipher(SealKey key)
    {
        if (_ready is not { } ready || ready.Key != key)
        {
            _ready?.Cipher.Dispose();
            _ready = ready = (key, key.For(conversation));
        }

        return ready.Cipher;
    }

    // No key or id has a NUL in it (Checks).
    private byte[] Place(Kind kind, string row) => [(byte)kind, .. Encoding.UTF8.GetBytes(conversation), 0, .. Encoding.UTF8.GetBytes(row)];
}
