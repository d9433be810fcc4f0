using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Loopback;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The program with a sentiment service set: the offer comes over the stream by itself, and no answer waits for it.</summary>
public sealed class OpinionStreamTests
{
    private const string Sad = "Bartholomew wont wake up and nobody is left";

    [Fact]
    public async Task The_answer_comes_first_and_the_offer_after_it_with_the_same_buttons()
    {
        using var gate = new SemaphoreSlim(0);
        await using var service = LoopbackService.Gated(gate, Documented.Negative);
        // Time stands still: an opinion that comes too late would be none.
        await using var server = await Server.StartAsync(new FakeTimeProvider(DateTimeOffset.UtcNow), settings: Settings(service.Address));
        var visitor = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();

        await visitor.SayAsync(Sad, "sad");
        var reply = await stream.ReplyAsync("sad");
        gate.Release();
        var offer = await stream.UntilAsync(a => ((string?)a["text"])?.Contains("Talk to the 911 person", StringComparison.Ordinal) == true);

        offer["suggestedActions"]!.ToJsonString().ShouldBe(reply["suggestedActions"]!.ToJsonString());
        offer["channelData"]!["guide"]!.AsObject().Remove("offer").ShouldBeTrue();
        offer["channelData"]!["guide"]!.ToJsonString().ShouldBe(reply["channelData"]!["guide"]!.ToJsonString());
        offer["replyToId"].ShouldBeNull();
        service.Calls.ShouldHaveSingleItem().Body.ShouldContain(Sad);
        server.Logs.All.ShouldAllBe(l => !l.Contains("Bartholomew") && !l.Contains("hush-hush"));
    }

    [Fact]
    public async Task An_event_that_a_client_posts_under_the_opinions_name_is_only_echoed()
    {
        await using var service = LoopbackService.Always(Documented.Positive);
        await using var server = await Server.StartAsync(settings: Settings(service.Address));
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync(Sad, "sad");
        var before = (await visitor.ReadAsync()).Activities.Length;

        await visitor.PostRawAsync("""{"type":"event","name":"opinion","value":{"distress":true,"heard":0},"from":{"id":"me"}}""");

        (await visitor.ReadAsync()).Activities.Length.ShouldBe(before);
    }

    private static (string, string)[] Settings(Uri address) => [("Sentiment:Endpoint", address.ToString()), ("Sentiment:Key", "hush-hush")];
}
