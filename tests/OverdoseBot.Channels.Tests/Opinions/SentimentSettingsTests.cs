using Microsoft.Extensions.Configuration;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Wiring;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>What the settings under Sentiment may be, and what is said when they are not.</summary>
public sealed class SentimentSettingsTests
{
    [Theory]
    [InlineData("https://name.cognitiveservices.azure.com", "key", null, 0.9)]
    [InlineData("https://name.cognitiveservices.azure.com/", null, "0.75", 0.75)]
    [InlineData("http://localhost:5000", "key", "0.5", 0.5)]
    [InlineData("http://127.0.0.1:5000", "key", "1", 1)]
    [InlineData("http://[::1]:5000/behind/a/proxy", "key", "", 0.9)]
    public void Good_settings_are_taken(string endpoint, string? key, string? threshold, double expected)
    {
        var options = Read(endpoint, key, threshold).ShouldNotBeNull();

        (options.Endpoint, options.Key, options.Threshold).ShouldBe((new Uri(endpoint), key, expected));
        (options.Budget, OpinionOptions.DefaultThreshold).ShouldBe((TimeSpan.FromSeconds(2), 0.9));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_endpoint_nobody_is_asked(string? endpoint) => Read(endpoint, null, null).ShouldBeNull();

    [Theory]
    [InlineData("name.cognitiveservices.azure.com", "hush", null, "Sentiment:Endpoint is no web address")]
    [InlineData("hush", "hush", null, "Sentiment:Endpoint is no web address")]
    [InlineData("ftp://hush.example", "hush", null, "Sentiment:Endpoint is no web address")]
    [InlineData("/hush", "hush", null, "Sentiment:Endpoint")]
    [InlineData("http://hush.example", "hush", null, "Sentiment:Endpoint is not https")]
    [InlineData("http://10.0.0.7:5000", "hush", null, "Sentiment:Endpoint is not https")]
    [InlineData("http://localhost:5000", null, null, "Set Sentiment:Key")]
    [InlineData("https://name.example?key=hush", "hush", null, "has a query")]
    [InlineData("https://name.example#hush", "hush", null, "a fragment")]
    [InlineData("https://user:hush@name.example", "hush", null, "a user name")]
    [InlineData("https://name.example", "hush hush", null, "Sentiment:Key")]
    [InlineData("https://name.example", "hush\n", null, "Sentiment:Key")]
    [InlineData("https://name.example", "hüsh", null, "Sentiment:Key")]
    [InlineData(null, "hush", null, "Sentiment:Endpoint is not")]
    [InlineData("https://name.example", "hush", "0.4", "Sentiment:Threshold is \"0.4\". Write a number from 0.5 to 1")]
    [InlineData("https://name.example", "hush", "1.01", "Sentiment:Threshold")]
    [InlineData("https://name.example", "hush", "0,9", "Sentiment:Threshold")]
    [InlineData("https://name.example", "hush", "NaN", "Sentiment:Threshold")]
    [InlineData("https://name.example", "hush", "high", "Sentiment:Threshold")]
    public void A_bad_setting_is_named_with_what_to_write_and_is_not_printed(string? endpoint, string? key, string? threshold, string says) =>
        Should.Throw<OptionsException>(() => Read(endpoint, key, threshold)).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain(says), m => m.ShouldNotContain("hush"), m => m.ShouldNotContain("\n"));

    private static OpinionOptions? Read(string? endpoint, string? key, string? threshold) => SentimentSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Sentiment:Endpoint"] = endpoint, ["Sentiment:Key"] = key, ["Sentiment:Threshold"] = threshold })
        .Build());
}
