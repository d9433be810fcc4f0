namespace OverdoseBot.DirectLine.Tests;

/// <summary>Many people at once, and what is written about them.</summary>
public sealed class CrowdTests
{
    [Fact]
    public async Task DL17_six_hundred_streams_are_served_at_once()
    {
        await using var server = await Server.StartAsync(settings: ("RateLimit:Enabled", "false"));
        var visitors = new List<(Visitor Visitor, Listener Stream)>();
        foreach (var group in Enumerable.Range(0, 600).Chunk(50))
        {
            visitors.AddRange(await Task.WhenAll(group.Select(async _ =>
            {
                var visitor = await Visitor.StartedAsync(server.Http);
                return (visitor, await visitor.ListenAsync());
            })));
        }

        await Parallel.ForEachAsync(visitors, async (v, _) =>
        {
            (await v.Visitor.SayAsync("he is blue", "me")).Code.ShouldBe(200);
            var reply = await v.Stream.ReplyAsync("me");
            ((string?)reply["conversation"]!["id"]).ShouldBe(v.Visitor.Conversation);
        });

        visitors.ShouldAllBe(v => v.Stream.Activities.TrueForAll(a => (string?)a["conversation"]!["id"] == v.Visitor.Conversation));
        visitors.ForEach(v => v.Stream.Dispose());
    }

    [Fact]
    public async Task Nothing_a_person_wrote_and_nothing_that_opens_a_conversation_is_in_the_log()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        var url = (await visitor.StartAsync())["streamUrl"];
        using var stream = await Listener.OpenAsync(url);
        const string Secret = "my daughter Marisol at 555-0142";
        await visitor.SayAsync(Secret, "said");
        await stream.ReplyAsync("said");
        await visitor.PostRawAsync("{\"type\":\"message\",\"text\":\"" + Secret + "\",\"localTimestamp\":\"" + Secret + "\"}");
        await visitor.PostRawAsync("{\"type\":\"" + Secret + "\"");
        server.Journal.Away = true;
        await visitor.SayAsync(Secret);
        server.Journal.Away = false;
        await Visitor.CallAsync(server.Http, HttpMethod.Get, visitor.Path, "forged", null);
        await stream.Socket.CloseAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, default);

        var log = string.Join('\n', server.Logs.All);
        log.ShouldContain("emergency card", customMessage: "the log is captured");
        foreach (var secret in new[] { "Marisol", "555-0142", visitor.Conversation, visitor.Token, visitor.Token.Split('.')[1], "&t=", "dl_" })
        {
            log.ShouldNotContain(secret);
        }
    }
}
