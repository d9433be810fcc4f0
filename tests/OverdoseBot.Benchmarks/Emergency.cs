using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;

namespace OverdoseBot.Benchmarks;

/// <summary>One emergency in thirteen turns: typed, tapped and by the clock.</summary>
internal static class Emergency
{
    private static readonly DateTimeOffset _start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    /// <summary>Turns in one emergency.</summary>
    public static int Turns => 13;

    /// <summary>What the person says in it; the clock is the server's own and a start is not posted.</summary>
    public static IReadOnlyList<Activity> Said =>
        [.. Enumerable.Range(0, Turns).Select(i => Turn(string.Empty, i).Inbound).Where(a => a.Type == ActivityTypes.Message)];

    /// <summary>The inbound activity of a turn and its time.</summary>
    public static (Activity Inbound, DateTimeOffset At) Turn(string conversation, int turn)
    {
        var inbound = turn switch
        {
            0 => new Activity(ActivityTypes.ConversationUpdate),
            1 => Text("hes blue and wont wake up"),
            2 => Tap("respond/breathing", "slow"),
            3 => Text("got the nose spray"),
            4 => Text("ok gave it"),
            5 => new Activity(ActivityTypes.Event) { Name = OverdoseResponseBot.ClockEvent },
            6 => Tap("respond/re-check", "none"),
            7 => Text("im calling 911"),
            8 => Text("gave another one"),
            9 => Text("hes breathing now"),
            10 => Tap("respond/recovery-position", "normal"),
            11 => Text("she woke up"),
            _ => Text("ambulance is here"),
        };
        inbound.Id = conversation + turn;
        inbound.ChannelId = "directline";
        inbound.Conversation = new ConversationAccount { Id = conversation };
        inbound.From = new ChannelAccount { Id = "person" };
        inbound.Recipient = new ChannelAccount { Id = "bot" };
        return (inbound, _start + TimeSpan.FromSeconds(turn < 5 ? turn * 10 : turn * 10 + 120));
    }

    private static Activity Text(string text) => new(ActivityTypes.Message) { Text = text };

    private static Activity Tap(string step, string answer) =>
        new(ActivityTypes.Message) { Text = answer, Value = new JObject { ["step"] = step, ["answer"] = answer } };
}
