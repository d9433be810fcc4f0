using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.BotBuilder.Tests.Schema;

[Trait("source", "bot-framework-api.md 2")]
public class ActivityJsonTests
{
    // The order is the declaration order of the official class; a document is compared to the byte by journals and recordings.
    private const string Everything =
        """
        {"type":"message","id":"1","timestamp":"2026-11-22T04:00:00.1234567+00:00","localTimestamp":"2026-11-22T05:00:00+01:00",
        "localTimezone":"Europe/Paris","serviceUrl":"https://channel.example","channelId":"test",
        "from":{"id":"p","name":"P","aadObjectId":"a","role":"user","x":1},
        "conversation":{"isGroup":false,"conversationType":"t","id":"c","name":"C","aadObjectId":"a","role":"user","tenantId":"t","x":1},
        "recipient":{"id":"b"},"textFormat":"plain","attachmentLayout":"list","membersAdded":[{"id":"p"}],"membersRemoved":[{"id":"q"}],
        "reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"plusOne"}],"topicName":"topic","historyDisclosed":true,
        "locale":"en-US","text":"text","speak":"speak","inputHint":"acceptingInput","summary":"summary",
        "suggestedActions":{"to":["p"],"actions":[{"type":"imBack","title":"t","image":"i","text":"x","displayText":"d","value":"v",
        "channelData":{"a":1},"imageAltText":"alt"}]},
        "attachments":[{"contentType":"image/png","contentUrl":"https://a.example/1.png","content":{"a":1},"name":"1.png",
        "thumbnailUrl":"https://a.example/s.png","x":1}],
        "entities":[{"type":"Place","x":1}],"channelData":{"guide":{"step":"respond/start"}},"action":"add","replyToId":"0",
        "label":"l","valueType":"vt","value":{"a":1},"name":"n","relatesTo":{"activityId":"1","user":{"id":"p"},"bot":{"id":"b"},
        "conversation":{"id":"c"},"channelId":"test","locale":"en-US","serviceUrl":"https://channel.example"},"code":"unknown",
        "expiration":"2026-11-22T06:00:00+00:00","importance":"high","deliveryMode":"normal","listenFor":["help"],
        "textHighlights":[{"text":"t","occurrence":1}],"semanticAction":{"id":"s","entities":{"e":{"type":"Thing"}},"state":"start"},
        "callerId":"urn:x","unknown":{"kept":true}}
        """;

    [Fact]
    public void Every_wire_property_is_read_and_written_in_declaration_order()
    {
        var json = Everything.Replace("\n", string.Empty, StringComparison.Ordinal).Replace("\r", string.Empty, StringComparison.Ordinal);

        Wire.Write(Wire.Read<Activity>(json)).ShouldBe(json);
    }

    [Fact]
    public void Nulls_are_left_out_only_because_the_serializer_is_told_to()
    {
        Wire.Write(new Activity("message")).ShouldBe("""{"type":"message"}""");
        JsonConvert.SerializeObject(new ResourceResponse()).ShouldBe("""{"id":null}""");
        JsonConvert.SerializeObject(new Activity()).ShouldContain("\"timestamp\":null");
    }

    [Fact]
    public void Unknown_properties_are_kept_and_come_last()
    {
        var activity = Wire.Read<Activity>("""{"zeta":1,"type":"message","alpha":{"b":2},"text":"hi"}""");

        activity.Properties["zeta"].Value<int>().ShouldBe(1);
        Wire.Names(activity).ShouldBe(["type", "text", "zeta", "alpha"]);
    }

    [Fact]
    public void Unknown_properties_are_an_empty_object_when_there_are_none_and_can_be_added()
    {
        var account = new ChannelAccount("p");
        account.Properties.Count.ShouldBe(0);
        account.Properties["phone"] = "911";

        Wire.Write(account).ShouldBe("""{"id":"p","phone":"911"}""");
    }

    [Fact]
    public void Unknown_properties_set_to_null_stay_null()
    {
        var entity = new Entity("Thing") { Properties = null };

        entity.Properties.ShouldBeNull();
        Wire.Write(entity).ShouldBe("""{"type":"Thing"}""");
    }

    [Fact]
    public void Names_are_read_whatever_their_case()
    {
        var activity = Wire.Read<Activity>("""{"Type":"message","TEXT":"hi","From":{"ID":"p"}}""");

        (activity.Type, activity.Text, activity.From.Id).ShouldBe(("message", "hi", "p"));
        activity.Properties.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-11-22T04:00:00.1234567Z", "2026-11-22T04:00:00.1234567+00:00")]
    [InlineData("2026-11-22T05:00:00+01:00", "2026-11-22T05:00:00+01:00")]
    public void Timestamps_are_written_with_an_offset_never_with_Z(string read, string written)
    {
        // bot-framework-api.md 2 says the offset of localTimestamp is kept; the same converter serves timestamp.
        var activity = Wire.Read<Activity>($$"""{"localTimestamp":"{{read}}"}""");

        Wire.Write(activity).ShouldBe($$"""{"localTimestamp":"{{written}}"}""");
    }

    [Fact]
    public void Numbers_become_text_where_text_is_expected()
    {
        var activity = Wire.Read<Activity>("""{"type":5,"text":123}""");

        (activity.Type, activity.Text).ShouldBe(("5", "123"));
    }

    [Theory]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""[{"type":"message"}]""")]
    [InlineData("""{"from":["p"]}""")]
    [InlineData("""{"membersAdded":{"id":"p"}}""")]
    public void Another_shape_than_expected_is_a_JsonException(string json)
    {
        Should.Throw<JsonException>(() => Wire.Read<Activity>(json));
    }

    [Fact]
    public void Free_form_members_are_read_as_JSON_objects()
    {
        var activity = Wire.Read<Activity>("""{"channelData":{"a":1},"value":{"b":2}}""");

        activity.ChannelData.ShouldBeOfType<JObject>();
        activity.Value.ShouldBeOfType<JObject>();
    }

    [Fact]
    public void Properties_of_objects_without_attributes_keep_PascalCase()
    {
        var activity = new Activity(ActivityTypesEx.InvokeResponse) { Value = new Microsoft.Bot.Builder.InvokeResponse { Status = 501 } };

        Wire.Write(activity).ShouldBe("""{"type":"invokeResponse","value":{"Status":501}}""");
    }

    [Fact]
    public void Expected_replies_are_a_list_of_activities()
    {
        Wire.Write(new ExpectedReplies([new Activity("message") { Text = "hi" }]))
            .ShouldBe("""{"activities":[{"type":"message","text":"hi"}]}""");
    }
}
