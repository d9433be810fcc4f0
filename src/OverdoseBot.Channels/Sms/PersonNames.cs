using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Sms;

/// <summary>Names for what a phone number must not be seen in: journal keys, kept activities and logs. Without the service's key no number comes back from them.</summary>
internal sealed class PersonNames
{
    private const string Before = "sms-";
    private readonly byte[] _key;

    // Whichever key names: the newest seals, all open.
    private readonly SealedAddresses[] _addresses;

    public PersonNames(SmsOptions options)
        : this(options.SigningKey, [.. options.OldSigningKeys.Prepend(options.SigningKey).Select(key => new SealedAddresses(key.Span))]) =>
        Older = [.. options.OldSigningKeys.Select(key => new PersonNames(key, _addresses))];

    private PersonNames(ReadOnlyMemory<byte> key, SealedAddresses[] addresses) =>
        (_key, _addresses) = (HMACSHA256.HashData(key.Span, "sms conversations"u8), addresses);

    /// <summary>The names that the same people had under older keys.</summary>
    public IReadOnlyList<PersonNames> Older { get; } = [];

    /// <summary>The conversation of a person with one of our numbers.</summary>
    public string Conversation(string ours, string theirs) => Before + Hash($"{ours}\n{theirs}");

    /// <summary>The reminder of a person, whichever of our numbers they text.</summary>
    public string Reminder(string theirs) => Before + "reminder-" + Hash($"reminder\n{theirs}");

    /// <summary>What makes a message the same message when it comes again.</summary>
    public string Inbound(string kind, string id) => $"{Before}{kind}/{Hash(id)}";

    /// <summary>An address that only this service can read.</summary>
    public string Seal(Address address) => _addresses[0].Seal(address);

    /// <summary>The address that was sealed; null: not with a key of this service.</summary>
    public Address? Open(string? written) => _addresses.Select(addresses => addresses.Open(written)).FirstOrDefault(address => address is not null);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
