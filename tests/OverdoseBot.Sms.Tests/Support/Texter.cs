using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace OverdoseBot.Sms.Tests;

/// <summary>What the service answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Type, string Raw)
{
    public int Code => (int)Status;

    /// <summary>The text messages in it.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. XDocument.Parse(Raw).Root!.Elements("Message").Select(m => m.Value)];

    /// <summary>Where reports about each go; null: none are wanted.</summary>
    public IReadOnlyList<string?> Callbacks { get; } = [.. XDocument.Parse(Raw).Root!.Elements("Message").Select(m => (string?)m.Attribute("action"))];

    /// <summary>All of them as one.</summary>
    public string Text => string.Join('\n', Texts);
}

/// <summary>Somebody with a phone, through Twilio: each text is a signed form (wire-protocols.md 5.2, 5.3). Signed here anew, not by our own code.</summary>
internal sealed class Texter(HttpClient http, string from = "+16175550101", string to = "+15551230002")
{
    /// <summary>The auth token of the test vectors (wire-protocols.md 5.3).</summary>
    public const string Token = "12345";

    /// <summary>Where Twilio believes the service to be.</summary>
    public const string Public = "https://bot.example";

    private static int s_sent;

    public string From { get; } = from;

    public string To { get; } = to;

    /// <summary>The number of a new message.</summary>
    public static string Sid() => "SM" + Interlocked.Increment(ref s_sent).ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Texts; with other or more fields than usual.</summary>
    public Task<Answer> TextAsync(string body, params (string Name, string Value)[] more) => PostAsync(Form(body, Sid(), more));

    /// <summary>The fields of a text.</summary>
    public List<(string Name, string Value)> Form(string body, string sid, params (string Name, string Value)[] more)
    {
        List<(string Name, string Value)> form =
        [
            ("ToCountry", "US"), ("SmsMessageSid", sid), ("NumMedia", "0"), ("FromZip", ""), ("SmsSid", sid), ("SmsStatus", "received"), ("Body", body), ("To", To),
            ("NumSegments", "1"), ("MessageSid", sid), ("AccountSid", "AC00000000000000000000000000000001"), ("From", From), ("ApiVersion", "2010-04-01"),
        ];
        form.RemoveAll(f => more.Any(m => m.Name == f.Name));
        form.AddRange(more);
        return form;
    }

    /// <summary>Posts a form, signed.</summary>
    public Task<Answer> PostAsync(IReadOnlyList<(string Name, string Value)> form, string path = "/sms/twilio", params (string Name, string? Value)[] headers) =>
        SendAsync(http, path, Encode(form), [("X-Twilio-Signature", Sign(Public + path, form)), .. headers]);

    /// <summary>Posts bytes as they are.</summary>
    public static async Task<Answer> SendAsync(HttpClient http, string path, HttpContent body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(request);
        return new Answer(answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A form as a body.</summary>
    public static ByteArrayContent Encode(IEnumerable<(string Name, string Value)> form, string type = "application/x-www-form-urlencoded")
    {
        var body = string.Join('&', form.Select(f => $"{Escape(f.Name)}={Escape(f.Value)}"));
        return new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
    }

    /// <summary>The signature of a form.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs so.")]
    public static string Sign(string url, IEnumerable<(string Name, string Value)> form, string token = Token)
    {
        var text = url + string.Concat(form.GroupBy(f => f.Name).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.Select(f => f.Value).Distinct().Order(StringComparer.Ordinal).Select(v => g.Key + v)));
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
    }

    private static string Escape(string text) => WebUtility.UrlEncode(text);
}
