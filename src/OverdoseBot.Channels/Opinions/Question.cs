using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Opinions;

/// <summary>A message that the local gauge took for calm, and on which another opinion is wanted. It is kept in memory only.</summary>
/// <param name="conversation">Journal key of its conversation.</param>
/// <param name="inboundKey">Its inbound key.</param>
/// <param name="heard">When its turn ran.</param>
/// <param name="text">What the person wrote.</param>
/// <param name="language">Its language (BCP 47).</param>
public sealed class Question(string conversation, string inboundKey, DateTimeOffset heard, string text, string language)
{
    /// <summary>The most text that the service takes, in its text elements (wire-protocols.md 6.4); UTF-16 units are never fewer.</summary>
    public const int MostText = 5_120;

    /// <summary>Journal key of its conversation.</summary>
    public string Conversation { get; } = conversation;

    /// <summary>The inbound key of the opinion's own turn: one a message, however often the opinion comes.</summary>
    public string Key { get; } = "opinion/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inboundKey)).AsSpan(0, 16));

    /// <summary>When the message's turn ran.</summary>
    public DateTimeOffset Heard { get; } = heard;

    /// <summary>What the person wrote, or as much of its beginning as the service takes.</summary>
    public string Text { get; } = text.Length <= MostText ? text : text[..MostText];

    /// <summary>Its language (BCP 47).</summary>
    public string Language { get; } = language;

    /// <summary>Nothing that a person wrote, and no conversation.</summary>
    public override string ToString() => nameof(Question);
}
