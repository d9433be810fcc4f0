using System.Text;
using OverdoseBot.Channels.Sms.Twilio;

namespace OverdoseBot.Sms.Tests;

/// <summary>The test vectors of wire-protocols.md 5.3.</summary>
public sealed class SignatureTests
{
    private const string From = "From=%2B15551230001";

    public static TheoryData<string, string, string> Vectors { get; } = new()
    {
        { "https://example.org/sms", $"Body=Hello&{From}&MessageSid=SM00000000000000000000000000000001&NumMedia=0&To=%2B15551230002", "+Ou2w3z70QevwrIScgV3JCT7K40=" },
        { "https://example.org/sms?foo=1&bar=2", $"Body=Hello&{From}", "RulrZ13JJoAKL9U0k7K9FLP6cVc=" },
        { "https://example.org:443/sms", $"Body=Hello&{From}", "t6XjaOSLd3mLvnWMcTM0WD4uMa0=" },
        { "https://example.org/sms", $"Body=&{From}", "nyLu40hPwyfrOVoZxZqlaL0mtZ0=" },
        { "https://example.org/sms", $"Body=+no+respira+%F0%9F%98%9F+&{From}", "6ysKtDRp5p7a/2QvecJOc6miDFw=" },
        { "https://example.org/sms", "Body=x&MessagingBinding=b&MessagingBinding=a&MessagingBinding=b", "A2C15RDQkylpk2IdNOD2gKZHztU=" },
        { "https://example.org/sms", "a=1&B=2&A=3", "b4Bsq40LKWyRR4pE9WfJxcXTPbU=" },
        { "https://example.org/ev?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862", """{"a":1}""", "oRlJ0RN7LPQfUWSlcrifJs9S+kY=" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_is_genuine_and_any_change_to_it_is_not(string url, string body, string signature)
    {
        Check(url, body, signature).ShouldBeTrue();
        Check(url, body, signature, "54321", SmsServer.Token).ShouldBeTrue("while a token is changed, both count");

        Check(url, body, signature, "54321").ShouldBeFalse();
        Check(url, body, signature.ToLowerInvariant()).ShouldBeFalse();
        Check(url, body, signature[..^2]).ShouldBeFalse();
        Check(url, body, " " + signature).ShouldBeFalse();
        Check(url, body, "").ShouldBeFalse();
        Check(url, body, null).ShouldBeFalse();
        Check(url, body + "&Extra=1", signature).ShouldBeFalse();
        Check(url, body.Replace('1', '2').Replace("Body", "Body2", StringComparison.Ordinal), signature).ShouldBeFalse();
        Check(url.Replace("example.org", "example.com", StringComparison.Ordinal), body, signature).ShouldBeFalse();
        Check(url + "/", body, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://example.org", "/sms", "https://example.org/sms", "https://example.org:443/sms")]
    [InlineData("https://example.org:443", "/sms", "https://example.org/sms", "https://example.org:443/sms")]
    [InlineData("http://example.org", "/sms?a=%2f", "http://example.org/sms?a=%2f", "http://example.org:80/sms?a=%2f")]
    [InlineData("https://example.org:8443", "/sms", "https://example.org:8443/sms")]
    [InlineData("https://example.org/front", "/sms", "https://example.org/front/sms", "https://example.org:443/front/sms")]
    [InlineData("https://[2001:db8::1]", "/sms", "https://[2001:db8::1]/sms", "https://[2001:db8::1]:443/sms")]
    [InlineData("https://[2001:db8::1]:8443", "/sms", "https://[2001:db8::1]:8443/sms")]
    public void An_address_counts_with_and_without_its_default_port(string front, string target, params string[] urls) =>
        PublicAddress.Of(front, target).ShouldBe(urls);

    private static bool Check(string url, string body, string? signature, params string[] tokens)
    {
        var path = url.IndexOf('/', "https://".Length);
        var bytes = Encoding.UTF8.GetBytes(body);
        return Signature.IsGenuine(signature, tokens.Length == 0 ? [SmsServer.Token] : tokens, PublicAddress.Of(url[..path], url[path..]), bytes, Form.Read(bytes));
    }
}
