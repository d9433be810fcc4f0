using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.BotBuilder.Tests.Schema;

[Trait("source", "bot-framework-api.md 1 and 2")]
public class ActivityKindTests
{
    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/private", true)]
    [InlineData("messages", false)]
    [InlineData("event", false)]
    [InlineData(null, false)]
    public void An_activity_is_a_message_by_type_or_subtype_whatever_the_case(string type, bool isMessage)
    {
        var activity = new Activity(type);

        (activity.AsMessageActivity() is not null).ShouldBe(isMessage);
    }

    [Fact]
    public void Each_kind_is_seen_as_itself_and_as_nothing_else()
    {
        new Activity(ActivityTypes.Event).AsEventActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Typing).AsTypingActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.ConversationUpdate).AsConversationUpdateActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.EndOfConversation).AsEndOfConversationActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Invoke).AsInvokeActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Trace).AsTraceActivity().ShouldNotBeNull();
        new Activity(ActivityTypes.Message).AsEventActivity().ShouldBeNull();
    }

    [Fact]
    public void Made_messages_have_empty_lists_that_are_written()
    {
        Wire.Write(Activity.CreateMessageActivity()).ShouldBe("""{"type":"message","attachments":[],"entities":[]}""");
        Wire.Write(Activity.CreateConversationUpdateActivity())
            .ShouldBe("""{"type":"conversationUpdate","membersAdded":[],"membersRemoved":[]}""");
        Wire.Write(Activity.CreateEventActivity()).ShouldBe("""{"type":"event"}""");
        Wire.Write(Activity.CreateTypingActivity()).ShouldBe("""{"type":"typing"}""");
    }

    [Fact]
    public void A_trace_is_labelled_by_its_maker_and_typed_by_its_value()
    {
        var trace = Activity.CreateTraceActivity("seen", value: "text");

        trace.Label.ShouldBe(nameof(A_trace_is_labelled_by_its_maker_and_typed_by_its_value));
        trace.ValueType.ShouldBe("String");
        trace.Name.ShouldBe("seen");
    }

    [Fact]
    public void The_second_argument_of_a_conversation_is_its_type_and_the_third_its_id()
    {
        // bot-framework-api.md 9: a trap that even the official test adapter fell into.
        var conversation = new ConversationAccount(false, "convo1", "Conversation1");

        (conversation.ConversationType, conversation.Id, conversation.Name).ShouldBe(("convo1", "Conversation1", null));
    }

    [Fact]
    public void The_constructor_sets_what_it_is_given()
    {
        var activity = new Activity(
            "event", text: "t", name: "n", value: 1, locale: "en", localTimezone: "UTC", deliveryMode: "normal", listenFor: ["a"]);

        Wire.Names(activity).ShouldBe(["type", "localTimezone", "locale", "text", "value", "name", "deliveryMode", "listenFor"]);
    }

    [Fact]
    public void Content_is_text_a_summary_an_attachment_or_channel_data()
    {
        new Activity("message") { Text = " " }.HasContent().ShouldBeFalse();
        new Activity("message") { Attachments = [] }.HasContent().ShouldBeFalse();
        new Activity("message") { Text = "a" }.HasContent().ShouldBeTrue();
        new Activity("message") { Summary = "a" }.HasContent().ShouldBeTrue();
        new Activity("message") { Attachments = [new Attachment()] }.HasContent().ShouldBeTrue();
        new Activity("message") { ChannelData = 1 }.HasContent().ShouldBeTrue();
    }

    [Fact]
    public void Channel_data_is_converted_from_JSON_and_returned_as_it_is_when_the_type_is_exact()
    {
        var account = new ChannelAccount("p");
        new Activity("message") { ChannelData = account }.GetChannelData<ChannelAccount>().ShouldBeSameAs(account);
        new Activity("message") { ChannelData = JObject.Parse("""{"id":"q"}""") }.GetChannelData<ChannelAccount>().Id.ShouldBe("q");
        new Activity("message").GetChannelData<ChannelAccount>().ShouldBeNull();
    }

    [Fact]
    public void Channel_data_of_another_type_throws_or_with_Try_is_refused()
    {
        var activity = new Activity("message") { ChannelData = "text" };

        Should.Throw<InvalidCastException>(() => activity.GetChannelData<ChannelAccount>());
        activity.TryGetChannelData<ChannelAccount>(out var account).ShouldBeFalse();
        account.ShouldBeNull();
        new Activity("message").TryGetChannelData<ChannelAccount>(out _).ShouldBeFalse();
        new Activity("message") { ChannelData = new JObject() }.TryGetChannelData<ChannelAccount>(out _).ShouldBeTrue();
    }
}
