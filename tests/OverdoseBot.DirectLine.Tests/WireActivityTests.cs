using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels;
using OverdoseBot.Channels.DirectLine;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>What a client sees is what was kept, to the byte, but for who, where and when.</summary>
public sealed class WireActivityTests
{
    public static TheoryData<string> Kept => new()
    {
        ActivityJson.Write(new Activity(ActivityTypes.Message) { Text = "he is \"blue\" \\ {not} [waking]\n\u2028 ñ 😀", Locale = "es" }),
        ActivityJson.Write(new Activity(ActivityTypes.Message)
        {
            Id = "0000001-01",
            Timestamp = DateTimeOffset.UnixEpoch,
            ServiceUrl = "http://a",
            ChannelId = "x",
            From = new ChannelAccount { Id = "me" },
            Recipient = new ChannelAccount { Id = "bot", Role = "bot" },
            Conversation = new ConversationAccount { Id = "c" },
            ReplyToId = "7",
            Value = new JObject { ["step"] = "respond/breathing", ["n"] = 1.50, ["list"] = new JArray(1, JValue.CreateNull(), "]}", new JObject()) },
            ChannelData = new JObject { ["guide"] = new JObject { ["step"] = "a/b", ["person"] = "\"Sam\" }" }, ["empty"] = new JObject() },
        }),
        ActivityJson.Write(new Activity(ActivityTypes.Event) { Name = "other", Value = true, ChannelData = "text" }),
        """{"type":"message","text":"","extra":{"deep":[[],[{"a":"\\\""}]]},"n":-1E+25}""",
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_post_comes_back_as_it_was_kept_with_its_place(string kept)
    {
        var expected = JObject.Parse(kept);
        Place(expected);

        WireActivity.Read(kept)!.At("web-1", "web-1|0000002.1f", 86_400_000).ToString().ShouldBe(expected.ToString(Formatting.None));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_reply_comes_from_the_bot_or_from_the_person_it_brings(string kept)
    {
        var expected = JObject.Parse(kept);
        var person = (string?)((expected["channelData"] as JObject)?["guide"] as JObject)?["person"];
        expected["from"] = new JObject { ["id"] = "overdosebot", ["name"] = person ?? "overdosebot", ["role"] = "bot" };
        expected.Remove("replyToId");
        expected["replyToId"] = "web-1|0000002.1f";
        Place(expected);

        WireActivity.Read(kept)!.FromBot("web-1|0000002.1f").At("web-1", "web-1|0000002.1f", 86_400_000).ToString().ShouldBe(expected.ToString(Formatting.None));
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("trace")]
    [InlineData("endOfConversation")]
    [InlineData("invoke")]
    [InlineData("invokeResponse")]
    public void What_is_between_a_bot_and_its_channel_is_not_relayed(string type) =>
        WireActivity.Read(ActivityJson.Write(new Activity(type) { Text = "x" })).ShouldBeNull();

    private static void Place(JObject json)
    {
        json["id"] = "web-1|0000002.1f";
        json["timestamp"] = "1970-01-02T00:00:00.000Z";
        json["channelId"] = "directline";
        json["conversation"] = new JObject { ["id"] = "web-1" };
        json.Remove("serviceUrl");
        json.Remove("recipient");
    }
}
