using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>A disk that takes seconds, and a storm of connections: nobody is left without an answer.</summary>
public sealed class SlowStoreTests
{
    [Fact]
    public async Task A_post_whose_commit_takes_seconds_gets_the_card_at_once_then_and_its_echo_and_reply_when_it_is_done()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        var other = await Visitor.StartedAsync(server.Http);
        using var stream = await visitor.ListenAsync();
        await stream.FrameAsync();
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Journal.Slow = disk.Task;

        var (post, others) = (visitor.SayAsync("he is blue", "slow"), other.SayAsync("she is blue", "too"));
        var both = Task.WhenAll(post, others);
        while (server.Reception.Gate.InHand < 2)
        {
            await Task.Yield();
        }

        await PassAsync(time, both);
        ((await post).Code, (await others).Code).ShouldBe((200, 200));
        var card = await stream.UntilAsync(a => ((string?)a["text"])?.Contains("911", StringComparison.Ordinal) == true && (string?)a["id"] is { } id && id.EndsWith("-01", StringComparison.Ordinal) && !id.Contains("|0", StringComparison.Ordinal));
        card["replyToId"].ShouldBeNull();
        (await other.ReadAsync()).Activities.ShouldContain(a => !((string)a["id"]!).Contains("|0", StringComparison.Ordinal), "who polls sees it too");

        disk.SetResult();
        var reply = await stream.ReplyAsync("slow");
        ((string)reply["id"]!).ShouldContain("|0000002");
        stream.Activities.Count(a => (string?)a["text"] == "he is blue").ShouldBe(1);
    }

    [Fact]
    public async Task A_thousand_connections_that_say_nothing_keep_nobody_from_being_heard()
    {
        await using var server = await Server.StartAsync(settings: ("RateLimit:Enabled", "false"));
        var mute = new List<TcpClient>();
        for (var i = 0; i < 1_000; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Port);
            if (i % 2 == 0)
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Le"));
            }

            mute.Add(client);
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            using var stream = await visitor.ListenAsync();
            (await visitor.SayAsync("he is blue", "me")).Code.ShouldBe(200);
            await stream.ReplyAsync("me");
        }));

        mute.ForEach(client => client.Dispose());
    }

    // Whoever began to wait only after the first step is answered after the second.
    private static async Task PassAsync(FakeTimeProvider time, Task both)
    {
        for (var step = 0; step < 20 && !both.IsCompleted; step++)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await both.WaitAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
