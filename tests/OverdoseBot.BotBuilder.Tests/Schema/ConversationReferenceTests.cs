using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Schema;

[Trait("source", "bot-framework-api.md 3 and 4")]
public class ConversationReferenceTests
{
    [Fact]
    public void A_reference_has_the_activity_its_parties_and_its_place()
    {
        var activity = Given.Message();
        activity.Locale = "en-US";

        var reference = activity.GetConversationReference();

        reference.ActivityId.ShouldBe("in-1");
        reference.User.ShouldBeSameAs(activity.From);
        reference.Bot.ShouldBeSameAs(activity.Recipient);
        reference.Conversation.ShouldBeSameAs(activity.Conversation);
        (reference.ChannelId, reference.ServiceUrl, reference.Locale).ShouldBe(("test", "https://channel.example", "en-US"));
    }

    [Theory]
    [InlineData("conversationUpdate", "directline", null)]
    [InlineData("ConversationUpdate", "WebChat", null)]
    [InlineData("conversationUpdate", "emulator", "in-1")]
    [InlineData("message", "directline", "in-1")]
    public void On_direct_line_and_web_chat_a_conversation_update_is_not_answered_by_id(string type, string channel, string id)
    {
        var activity = Given.Incoming(type);
        activity.ChannelId = channel;

        activity.GetConversationReference().ActivityId.ShouldBe(id);
        activity.CreateReply().ReplyToId.ShouldBe(id);
    }

    [Fact]
    public void Applied_to_an_answer_it_swaps_the_parties_and_names_what_is_answered()
    {
        var incoming = Given.Message();
        var answer = new Activity("message").ApplyConversationReference(incoming.GetConversationReference());

        answer.From.ShouldBeSameAs(incoming.Recipient);
        answer.Recipient.ShouldBeSameAs(incoming.From);
        answer.Conversation.ShouldBeSameAs(incoming.Conversation);
        (answer.Id, answer.ReplyToId, answer.ChannelId).ShouldBe((null, "in-1", "test"));
    }

    [Fact]
    public void Applied_to_an_incoming_activity_it_keeps_the_parties_and_sets_the_id()
    {
        var reference = Given.Message().GetConversationReference();
        var incoming = new Activity("event").ApplyConversationReference(reference, isIncoming: true);

        incoming.From.ShouldBeSameAs(reference.User);
        incoming.Recipient.ShouldBeSameAs(reference.Bot);
        (incoming.Id, incoming.ReplyToId).ShouldBe(("in-1", null));
    }

    [Fact]
    public void A_locale_is_copied_only_where_there_is_none()
    {
        var reference = new ConversationReference { Locale = "en-US" };

        new Activity("message").ApplyConversationReference(reference).Locale.ShouldBe("en-US");
        new Activity("message") { Locale = "es-ES" }.ApplyConversationReference(reference).Locale.ShouldBe("es-ES");
    }

    [Fact]
    public void Without_an_activity_id_the_ids_stay_as_they_were()
    {
        var reference = new ConversationReference();

        new Activity("message") { ReplyToId = "r" }.ApplyConversationReference(reference).ReplyToId.ShouldBe("r");
        new Activity("message") { Id = "i" }.ApplyConversationReference(reference, isIncoming: true).Id.ShouldBe("i");
    }

    [Fact]
    public void The_reference_of_a_reply_points_at_the_reply()
    {
        Given.Message().GetReplyConversationReference(new ResourceResponse("out-1")).ActivityId.ShouldBe("out-1");
    }

    [Fact]
    public void A_reply_copies_ids_and_names_and_says_nothing_rather_than_null()
    {
        var incoming = Given.Message();
        incoming.From.Role = RoleTypes.User;

        var reply = incoming.CreateReply();

        (reply.Text, reply.ReplyToId, reply.Type).ShouldBe((string.Empty, "in-1", "message"));
        (reply.Recipient.Id, reply.Recipient.Name, reply.Recipient.Role).ShouldBe(("person", "Person", null));
        reply.Conversation.ShouldNotBeSameAs(incoming.Conversation);
        reply.Timestamp.ShouldNotBeNull();
        reply.Attachments.ShouldBeEmpty();
        incoming.CreateReply("hi", "es").Locale.ShouldBe("es");
    }

    [Fact]
    public void The_event_to_continue_a_conversation_has_a_new_id_and_the_same_parties()
    {
        var reference = Given.Message().GetConversationReference();

        var activity = reference.GetContinuationActivity();

        (activity.Type, activity.Name).ShouldBe(("event", "ContinueConversation"));
        Guid.TryParse(activity.Id, out _).ShouldBeTrue();
        activity.RelatesTo.ShouldBeSameAs(reference);
        activity.From.ShouldBeSameAs(reference.User);
        activity.Recipient.ShouldBeSameAs(reference.Bot);
    }
}
