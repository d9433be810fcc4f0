namespace OverdoseBot.Sms.Tests;

/// <summary>The service against Twilio's own library for Node.js.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task The_library_signs_what_comes_in_and_would_write_what_we_answer()
    {
        await using var server = await SmsServer.StartAsync();

        var said = await TwilioLibrary.RunAsync("webhook.mjs", server.Http.BaseAddress!.ToString().TrimEnd('/'), SmsServer.Public, SmsServer.Token);

        said[^1].ShouldBe("done");
        said.Count(l => l.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(5);
    }
}
