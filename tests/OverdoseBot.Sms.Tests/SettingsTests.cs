using Microsoft.Extensions.Configuration;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Sms.Tests;

/// <summary>The settings of text messages.</summary>
public sealed class SettingsTests
{
    private static readonly (string Name, string Value)[] _good =
    [
        ("AuthToken", "0123456789abcdef0123456789abcdef"), ("AccountSid", "AC0123456789abcdef0123456789abcdef"), ("ApiKeySid", "SK0123456789abcdef0123456789abcdef"),
        ("ApiKeySecret", "secret"), ("From", "+15551230002"), ("RemindersFrom", "60777"), ("ApiBase", "http://127.0.0.1:9/"), ("PublicUrl", "https://bot.example/front"),
        ("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef"),
    ];

    [Fact]
    public void All_of_them_are_read()
    {
        var options = Read(_good)!;

        options.ShouldSatisfyAllConditions(
            o => o.AuthTokens.ShouldBe(["0123456789abcdef0123456789abcdef"]), o => o.AccountSid.ShouldBe("AC0123456789abcdef0123456789abcdef"),
            o => o.Key!.Secret.ShouldBe("secret"), o => o.From.ShouldBe("+15551230002"), o => o.RemindersFrom.ShouldBe("60777"),
            o => o.ApiBase.ShouldBe(new Uri("http://127.0.0.1:9/")), o => o.PublicUrl.ShouldBe(new Uri("https://bot.example/front")),
            o => o.MessagingServiceSid.ShouldBe("MG0123456789abcdef0123456789abcdef"));
    }

    [Fact]
    public void The_auth_token_alone_is_enough_and_without_it_there_are_no_text_messages()
    {
        var options = Read(("AuthToken", "12345")).ShouldNotBeNull();
        (options.AccountSid, options.Key, options.From, options.PublicUrl, options.ApiBase.Host).ShouldBe((null, null, null, null, "api.twilio.com"));

        Read([.. _good.Skip(1)]).ShouldBeNull();
        Read([("AuthToken", "  "), .. _good.Skip(1)]).ShouldBeNull();
    }

    [Theory]
    [InlineData("AuthToken", "a b")]
    [InlineData("AuthToken", "a,b,c")]
    [InlineData("AccountSid", "hush-hush")]
    [InlineData("AccountSid", "SK0123456789abcdef0123456789abcdef")]
    [InlineData("ApiKeySid", "AC0123456789abcdef0123456789abcdef")]
    [InlineData("ApiKeySid", "")]
    [InlineData("ApiKeySecret", "")]
    [InlineData("From", "5551230002")]
    [InlineData("From", "+1 555 123 0002")]
    [InlineData("From", "12")]
    [InlineData("RemindersFrom", "SHELTER")]
    [InlineData("RemindersFrom", "+15551230002")]
    [InlineData("MessagingServiceSid", "+15551230002")]
    [InlineData("ApiBase", "api.twilio.com")]
    [InlineData("ApiBase", "ftp://api.twilio.com")]
    [InlineData("PublicUrl", "bot.example")]
    [InlineData("PublicUrl", "https://bot.example/?a=1")]
    [InlineData("PublicUrl", "https://bot.example/#ct=1")]
    public void One_that_cannot_be_used_is_named_with_what_to_write_and_no_secret_is_quoted(string name, string value)
    {
        var wrong = Should.Throw<OptionsException>(() => Read([.. _good.Where(g => g.Name != name), (name, value)]));

        wrong.Message.ShouldSatisfyAllConditions(
            m => m.ShouldStartWith("Sms:Twilio:" + (name == "ApiKeySecret" ? "ApiKeySid" : name)), m => m.ShouldMatch("Write |Set "), m => m.ShouldNotContain("hush"), m => m.ShouldNotContain("\n"));
    }

    private static Channels.Sms.SmsOptions? Read(params (string Name, string Value)[] settings) => SmsSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Sms:Twilio:" + s.Name, (string?)s.Value))).Build(), new DirectLineOptions { SigningKey = new byte[32] });
}
