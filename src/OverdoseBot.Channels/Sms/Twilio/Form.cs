using System.Net;
using System.Text;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// A form as it came, every field kept in its order: new fields appear without notice, and the signature covers them all (wire-protocols.md 5.2).
/// It is UTF-8 whatever its charset says; what is not is replaced.
/// </summary>
internal sealed class Form
{
    private Form(IReadOnlyList<Field> fields) => Fields = fields;

    /// <summary>Every field, in the order of the body.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The first value of a field that has one; null: there is none.</summary>
    public string? this[string name] => Fields.FirstOrDefault(f => f.Name == name && f.Value.Length > 0)?.Value;

    /// <summary>Reads a body; any bytes are a form.</summary>
    public static Form Read(ReadOnlySpan<byte> body) => Read(Encoding.UTF8.GetString(body));

    /// <summary>Reads <c>name=value&amp;name=value</c>.</summary>
    public static Form Read(string text) => new([.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Split)]);

    private static Field Split(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new Field(Decode(pair), string.Empty) : new Field(Decode(pair[..at]), Decode(pair[(at + 1)..]));
    }

    private static string Decode(string text) => WebUtility.UrlDecode(text) ?? string.Empty;
}

/// <summary>A field of a form.</summary>
internal sealed record Field(string Name, string Value);
