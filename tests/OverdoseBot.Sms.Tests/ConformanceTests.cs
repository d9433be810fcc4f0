using System.Text.Json.Nodes;

namespace OverdoseBot.Sms.Tests;

/// <summary>The service against Twilio's own library for Node.js.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task The_library_signs_what_comes_in_and_would_write_what_we_answer()
    {
        await using var server = await SmsServer.StartAsync();

        var said = await NodeClient.RunAsync("webhook.mjs", server.Http.BaseAddress!.ToString().TrimEnd('/'), SmsServer.Public, SmsServer.Token);

        said[^1].ShouldBe("done");
        said.Count(l => l.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task The_library_reads_what_we_sent_and_gets_the_answers_that_we_get()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var request = (await night.UntilSentAsync(TimeSpan.FromMinutes(2))).ShouldNotBeNull();
        night.Api.Next(ApiReply.Taken, ApiReply.Refused(21610), new ApiReply(429, 20429), new ApiReply(500, 20500));

        var said = await NodeClient.RunAsync("api.mjs", night.Api.Url, request.Account, SmsServer.Token);

        var sent = JsonNode.Parse(said[0]["sent ".Length..])!;
        ((string?)sent["to"], (string?)sent["from"], (string?)sent["body"]).ShouldBe((night.Me.From, night.Me.To, request["Body"]));
        said.Skip(1).ShouldBe(["ok made", "error 400 21610", "error 429 20429", "error 500 20500", "done"]);
    }
}
