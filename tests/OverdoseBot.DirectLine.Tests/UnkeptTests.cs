using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.DirectLine;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The card in place of a turn: what is held of it, and for how long.</summary>
public sealed class UnkeptTests : IDisposable
{
    private static readonly Activity[] _card = [new(ActivityTypes.Message) { Text = "Call 911 now." }];
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly StreamHub _hub = new(new NoJournal());
    private readonly Unkept _unkept;

    public UnkeptTests() => _unkept = new Unkept(_hub, _time);

    public void Dispose()
    {
        _unkept.Dispose();
        _hub.Dispose();
    }

    [Fact]
    public void Of_a_refused_post_a_stream_gets_all_and_for_a_poller_only_what_it_needs_is_held()
    {
        using var stream = _hub.Join("c");
        var post = Post("he is blue");

        var id = _unkept.Bring("c", post, _card);

        var pushed = stream.TakePassing().Select(a => JsonNode.Parse(a)!).ToList();
        ((string?)pushed[0]["channelData"]!["more"]).ShouldBe((string?)((JObject)post.ChannelData)["more"]);
        var held = _unkept.InSight("c").Select(a => JsonNode.Parse(a)!).ToList();
        held.Select(a => (string?)a["id"]).ShouldBe(pushed.Select(a => (string?)a["id"]));
        ((string?)held[0]["id"], (string?)held[0]["text"], (string?)held[0]["channelData"]!["clientActivityID"]).ShouldBe((id, "he is blue", "k9"));
        ((string?)held[1]["text"], (string?)held[1]["replyToId"]).ShouldBe(("Call 911 now.", id));
        _unkept.InSight("c").Sum(a => a.Length).ShouldBeLessThan(1_500);
    }

    [Fact]
    public void The_longest_post_is_held_as_a_sign_that_it_arrived()
    {
        var post = Post(new string('x', 8_000));
        ((JObject)post.ChannelData)["clientActivityID"] = new string('k', 8_000);

        _unkept.Bring("c", post, _card);

        _unkept.InSight("c").Sum(a => a.Length).ShouldBeLessThan(1_500);
    }

    [Fact]
    public void What_is_out_of_sight_is_not_held_any_more_and_nothing_runs_then()
    {
        var gone = BringAndForget("c");
        _time.Advance(TimeSpan.FromSeconds(9));
        var later = BringAndForget("d");
        InSight("c").ShouldBe(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        GC.Collect();

        gone.IsAlive.ShouldBeFalse();
        InSight("c").ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(10));
        GC.Collect();
        later.IsAlive.ShouldBeFalse();

        BringAndForget("c");
        InSight("c").ShouldBe(2, "and it goes on");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference BringAndForget(string conversation)
    {
        _unkept.Bring(conversation, Post("he is blue"), _card);
        return new WeakReference(_unkept.InSight(conversation));
    }

    // Not inlined: what a method has looked at, it may keep alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int InSight(string conversation) => _unkept.InSight(conversation).Count;

    private static Activity Post(string text) => new(ActivityTypes.Message)
    {
        Text = text,
        From = new ChannelAccount { Id = "dl_x", Role = RoleTypes.User },
        Value = new JObject { ["much"] = new string('v', 5_000) },
        ChannelData = new JObject { ["clientActivityID"] = "k9", ["more"] = new string('m', 5_000) },
    };
}
