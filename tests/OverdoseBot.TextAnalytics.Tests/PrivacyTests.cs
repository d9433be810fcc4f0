using Azure;
using Azure.AI.TextAnalytics;
using OverdoseBot.Loopback;

namespace OverdoseBot.TextAnalytics.Tests;

/// <summary>No document is in a trace, an event or an exception (wire-protocols.md 6.1: early releases put it into tracing attributes).</summary>
public sealed class PrivacyTests
{
    private const string Secret = "my brother Bartholomew is dying";

    [Fact]
    public async Task The_document_and_the_key_are_in_no_trace_and_no_event_6_1()
    {
        using var overheard = new Overheard();
        await using var service = LoopbackService.Always(Documented.Negative);

        await Given.Client(service.Address).AnalyzeSentimentAsync(Secret, "en", new AnalyzeSentimentOptions { DisableServiceLogs = true });

        service.Calls[0].Body.ShouldContain("Bartholomew");
        overheard.All.ShouldContain(s => s.Contains("analyze-text"));
        overheard.All.ShouldAllBe(s => !s.Contains("Bartholomew") && !s.Contains(Given.Key));
    }

    [Fact]
    public async Task The_document_is_in_no_exception_6_4()
    {
        await using var service = LoopbackService.Always(Documented.Failure(400, "InvalidRequest"));

        var error = await Should.ThrowAsync<RequestFailedException>(Given.Client(service.Address).AnalyzeSentimentAsync(Secret));

        error.ToString().ShouldNotContain("Bartholomew");
        error.ToString().ShouldNotContain(Given.Key);
    }
}
