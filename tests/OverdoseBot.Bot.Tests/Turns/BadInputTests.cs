using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>Nothing that can be sent makes a turn fail; a message always gets a safe reply, and what is no message gets none.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Places => ["respond/start", "respond/breathing", "respond/compressions", "naloxone/spray", "prepare/start", "after/start"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Any_text_gets_a_reply(string at)
    {
        string?[] texts =
        [
            null, "", " ", "\n\n", "\0", "not\0breathing", new('a', 1_048_576), string.Concat(Enumerable.Repeat("not breathing ", 75_000)), "\uD800", "\uDC00x\uD83D",
            "\u202Enot breathing\u202C", "لا يتنفس", "😱😱😱", "👨‍👩‍👧‍👦", "{emergency}", "{{handover}}", "<script>alert(1)</script>", "'; DROP TABLE case;--", "%s%n", "../../etc/passwd",
            "\uFEFF7", "７", "+1 555 0100", new('7', 5_000), "٧", "e\u0301\u0301\u0301", "\u200B\u200B",
        ];
        foreach (var text in texts)
        {
            await IsAnsweredAsync(at, Given.Text(text));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Any_value_gets_a_reply(string at)
    {
        var deep = new JObject();
        for (var i = 0; i < 200; i++)
        {
            deep = new JObject { ["step"] = deep };
        }

        object[] values =
        [
            7, 7.5, true, "text", DateTime.UnixEpoch, new JArray(1, 2), new JValue(1L), new JObject(), deep, new object(), new Dictionary<string, object>(),
            new JObject { ["step"] = 7, ["answer"] = 8 }, new JObject { ["step"] = null, ["answer"] = null }, new JObject { ["answer"] = new JArray("none") },
            new JObject { ["step"] = new JObject(), ["answer"] = new JObject() }, new JObject { ["step"] = "respond/gone", ["answer"] = "normal" },
            new JObject { ["step"] = "respond/breathing", ["answer"] = "no such answer" }, new JObject { ["step"] = "respond/breathing", ["answer"] = new string('x', 100_000) },
            new JObject { ["step"] = at, ["answer"] = "unclear" }, new JObject { ["step"] = at, ["answer"] = "" },
        ];
        foreach (var value in values)
        {
            await IsAnsweredAsync(at, Given.Message(m => m.Value = value));
        }
    }

    [Fact]
    public async Task A_message_without_conversation_or_sender_is_answered_all_the_same()
    {
        await IsAnsweredAsync("respond/breathing", new Activity(ActivityTypes.Message) { Text = "not breathing" });
        await IsAnsweredAsync("respond/breathing", Given.Message(m => (m.Text, m.From, m.Recipient) = ("hi", null, null)));
        await IsAnsweredAsync("respond/breathing", Given.Message(m => (m.Text, m.Conversation, m.ChannelId, m.Id) = ("hi", null, null, null)));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("invoke")]
    [InlineData("endOfConversation")]
    [InlineData("messageReaction")]
    [InlineData("conversationUpdate")]
    [InlineData("no such type")]
    [InlineData("")]
    [InlineData(null)]
    public async Task What_is_no_message_says_nothing_and_changes_nothing(string? type)
    {
        var record = ClockPlan.Set(Given.At("respond/breathing"), Shipped.Library, Given.Now);

        var result = await Shipped.Adapter().RunAsync(record, Given.Activity(type), Given.Now + TimeSpan.FromSeconds(1));

        result.Error.ShouldBeNull();
        result.Outgoing.ShouldBeEmpty();
        RecordJson.Write(result.Record).ShouldBe(RecordJson.Write(record));
    }

    [Fact]
    public async Task A_ring_before_its_time_says_nothing()
    {
        var record = ClockPlan.Set(Given.At("respond/breathing"), Shipped.Library, Given.Now);

        (await Shipped.Adapter().RunAsync(record, Clock.Ring(), Given.Now + TimeSpan.FromSeconds(29))).Outgoing.ShouldBeEmpty();
        (await Shipped.Adapter().RunAsync(record, Clock.Ring(), Given.Now + TimeSpan.FromSeconds(30))).Outgoing.ShouldNotBeEmpty();
    }

    private static async Task IsAnsweredAsync(string at, Activity message)
    {
        foreach (var sms in new[] { false, true })
        {
            var result = await Shipped.Adapter().RunAsync(Given.At(at, sms), message, Given.Now);

            result.Error.ShouldBeNull();
            result.Outgoing.ShouldNotBeEmpty();
            result.Outgoing.ShouldAllBe(a => a.Type == ActivityTypes.Message && a.Text.Length > 0);
            if (at.StartsWith("respond/", StringComparison.Ordinal))
            {
                string.Concat(result.Outgoing.Select(a => a.Text)).ShouldContain("911");
            }
        }
    }
}
