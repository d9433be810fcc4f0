using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Sms;

/// <summary>Names for what a phone number must not be seen in: journal keys and logs. Without the service's key no number comes back from them.</summary>
internal sealed class PersonKeys(SmsOptions options)
{
    private const string Before = "sms-";
    private readonly byte[] _key = HMACSHA256.HashData(options.SigningKey.Span, "sms conversations"u8);

    /// <summary>The conversation of a person with one of our numbers.</summary>
    public string Conversation(string ours, string theirs) => Before + Hash($"{ours}\n{theirs}");

    /// <summary>What makes a message the same message when it comes again.</summary>
    public string Inbound(string kind, string id) => $"{Before}{kind}/{Hash(id)}";

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
