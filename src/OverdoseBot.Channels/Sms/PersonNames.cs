using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Sms;

/// <summary>Names for what a phone number must not be seen in: journal keys, kept activities and logs. Without the service's key no number comes back from them.</summary>
internal sealed class PersonNames(SmsOptions options)
{
    private const string Before = "sms-";
    private readonly byte[] _key = HMACSHA256.HashData(options.SigningKey.Span, "sms conversations"u8);
    private readonly SealedAddresses _addresses = new(options.SigningKey.Span);

    /// <summary>The conversation of a person with one of our numbers.</summary>
    public string Conversation(string ours, string theirs) => Before + Hash($"{ours}\n{theirs}");

    /// <summary>The reminder of a person, whichever of our numbers they text.</summary>
    public string Reminder(string theirs) => Before + "reminder-" + Hash($"reminder\n{theirs}");

    /// <summary>What makes a message the same message when it comes again.</summary>
    public string Inbound(string kind, string id) => $"{Before}{kind}/{Hash(id)}";

    /// <summary>An address that only this service can read.</summary>
    public string Seal(Address address) => _addresses.Seal(address);

    /// <summary>The address that was sealed; null: not with this service's key.</summary>
    public Address? Open(string? written) => _addresses.Open(written);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
