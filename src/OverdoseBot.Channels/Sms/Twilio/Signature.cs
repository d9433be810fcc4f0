using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>The signature of a webhook, <c>X-Twilio-Signature</c> (wire-protocols.md 5.3): HMAC-SHA1 over the URL and the form, in Base64.</summary>
internal static class Signature
{
    private const string BodyHash = "bodySHA256";

    /// <summary>Whether one of the tokens signed this request to one of these addresses.</summary>
    /// <param name="given">The header; null: there was none.</param>
    /// <param name="tokens">Auth tokens.</param>
    /// <param name="urls">The address, with and without its explicit port.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="form">The body as a form.</param>
    public static bool IsGenuine(string? given, IEnumerable<string> tokens, IReadOnlyCollection<string> urls, ReadOnlySpan<byte> body, Form form)
    {
        if (string.IsNullOrEmpty(given))
        {
            return false;
        }

        // The hash stands in the signed URL, so that the signature covers a body that is no form.
        var hash = urls.Select(HashIn).FirstOrDefault(h => h is not null);
        var fields = hash is null ? Fields(form) : string.Empty;
        var sent = Encoding.UTF8.GetBytes(given);
        var genuine = false;
        foreach (var token in tokens)
        {
            foreach (var url in urls)
            {
                // No early way out: how long this takes tells nothing about which was nearly right.
                genuine |= CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(Of(token, url + fields)));
            }
        }

        return genuine && (hash is null || IsHashOf(hash, body));
    }

    /// <summary>The signature of a text: the URL, then each field's name and value in ordinal order of the names, without separators.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs so.")]
    public static string Of(string token, string signed) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));

    /// <summary>The fields as they are signed. A field that comes twice counts once for each of its values, in ordinal order.</summary>
    public static string Fields(Form form)
    {
        var text = new StringBuilder();
        foreach (var field in form.Fields.GroupBy(f => f.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Select(f => f.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append(field.Key).Append(value);
            }
        }

        return text.ToString();
    }

    private static string? HashIn(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? null : Form.Read(url[(query + 1)..])[BodyHash];
    }

    private static bool IsHashOf(string hash, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash.ToLowerInvariant()), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
}
