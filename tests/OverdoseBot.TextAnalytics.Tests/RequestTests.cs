using System.Text.Json;
using Azure.AI.TextAnalytics;
using OverdoseBot.Loopback;

namespace OverdoseBot.TextAnalytics.Tests;

/// <summary>What goes over the wire (wire-protocols.md 6.2).</summary>
public sealed class RequestTests : IAsyncDisposable
{
    private readonly LoopbackService _service = LoopbackService.Always(Documented.Negative);

    [Fact]
    public async Task The_documented_request_is_posted_6_2()
    {
        await Given.Client(_service.Address).AnalyzeSentimentAsync("he is not moving", "en", new AnalyzeSentimentOptions { DisableServiceLogs = true });

        var call = _service.Calls.ShouldHaveSingleItem();
        (call.Method, call.Target).ShouldBe(("POST", "/language/:analyze-text?api-version=2023-04-01"));
        call.Headers["Ocp-Apim-Subscription-Key"].ShouldBe(Given.Key);
        call.Headers["Content-Type"].ShouldBe("application/json");
        Guid.TryParse(call.Headers["x-ms-client-request-id"], out _).ShouldBeTrue();
        JsonElement.DeepEquals(JsonElement.Parse(call.Body), JsonElement.Parse("""
            {"kind":"SentimentAnalysis","parameters":{"loggingOptOut":true,"stringIndexType":"Utf16CodeUnit"},
             "analysisInput":{"documents":[{"id":"0","language":"en","text":"he is not moving"}]}}
            """)).ShouldBeTrue(call.Body);
    }

    [Fact]
    public async Task Logs_are_the_services_choice_when_nothing_is_asked_6_4()
    {
        await Given.Client(_service.Address).AnalyzeSentimentAsync("hello");

        _service.Calls[0].Body.ShouldNotContain("loggingOptOut");
    }

    [Theory]
    [InlineData("es", "de", "es")]
    [InlineData(null, "de", "de")]
    [InlineData(null, null, "en")]
    public async Task The_language_is_the_one_given_or_the_default_6_1(string? given, string? standard, string sent)
    {
        var options = Given.OneTry();
        options.DefaultLanguage = standard ?? options.DefaultLanguage;
        await Given.Client(_service.Address, options).AnalyzeSentimentAsync("hola", given);

        Document().GetProperty("language").GetString().ShouldBe(sent);
    }

    [Theory]
    [InlineData("", "/language/:analyze-text?api-version=2022-05-01")]
    [InlineData("behind/a/proxy", "/behind/a/proxy/language/:analyze-text?api-version=2022-05-01")]
    [InlineData("behind/a/proxy/", "/behind/a/proxy/language/:analyze-text?api-version=2022-05-01")]
    public async Task The_endpoint_may_have_a_path_and_the_version_is_the_options_6_1(string path, string target)
    {
        var options = Given.OneTry(TextAnalyticsClientOptions.ServiceVersion.V2022_05_01);
        await Given.Client(new Uri(_service.Address, path), options).AnalyzeSentimentAsync("hello");

        _service.Calls[0].Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("\"quotes\" \\ and\r\nlines\t\0", "\"quotes\" \\ and\r\nlines\t\0")]
    [InlineData("señor 😟 друг 友", "señor 😟 друг 友")]
    public async Task Any_text_arrives_6_2(string text, string arrives)
    {
        await Given.Client(_service.Address).AnalyzeSentimentAsync(text);

        Document().GetProperty("text").GetString().ShouldBe(arrives);
    }

    [Fact]
    public async Task Half_an_emoji_arrives_as_a_mark_for_it_6_2()
    {
        await Given.Client(_service.Address).AnalyzeSentimentAsync("half \ud83d an emoji");

        Document().GetProperty("text").GetString().ShouldBe("half \ufffd an emoji");
    }

    [Fact]
    public async Task Nothing_is_sent_for_no_document_6_1()
    {
        var client = Given.Client(_service.Address);

        await Should.ThrowAsync<ArgumentNullException>(client.AnalyzeSentimentAsync(null!));
        await Should.ThrowAsync<ArgumentException>(client.AnalyzeSentimentAsync(""));
        _service.Calls.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private JsonElement Document() =>
        JsonElement.Parse(_service.Calls[0].Body).GetProperty("analysisInput").GetProperty("documents")[0];
}
