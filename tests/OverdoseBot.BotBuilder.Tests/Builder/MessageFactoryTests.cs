using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 2")]
public class MessageFactoryTests
{
    [Fact]
    public void Text_accepts_input_and_has_empty_lists()
    {
        Wire.Write(MessageFactory.Text("hi"))
            .ShouldBe("""{"type":"message","text":"hi","inputHint":"acceptingInput","attachments":[],"entities":[]}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Empty_text_and_speech_become_none(string empty)
    {
        var message = MessageFactory.Text(empty, empty);

        (message.Text, message.Speak).ShouldBe((null, null));
    }

    // bot-framework-api.md 1: with fewer than four arguments and no toList, the official overloads are ambiguous.
    [Fact]
    public void Suggested_actions_are_copied_in_order()
    {
        var actions = new List<CardAction> { new(ActionTypes.ImBack, "a", value: "a"), new(ActionTypes.Call, "b", value: "tel:911") };

        var message = MessageFactory.SuggestedActions(actions, "choose", null, InputHints.ExpectingInput);
        actions.Clear();

        message.SuggestedActions.Actions.Select(action => action.Title).ShouldBe(["a", "b"]);
        message.SuggestedActions.To.ShouldBeNull();
        (message.Text, message.InputHint).ShouldBe(("choose", "expectingInput"));
    }

    [Fact]
    public void Suggested_actions_may_be_for_somebody()
    {
        IEnumerable<CardAction> actions = [new CardAction()];

        MessageFactory.SuggestedActions(actions, "choose", toList: ["p"]).SuggestedActions.To.ShouldBe(["p"]);
        Should.Throw<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null, null, null, null));
    }

    [Fact]
    public void An_attachment_is_laid_out_as_a_list()
    {
        var message = MessageFactory.Attachment(new Attachment("image/png", "https://a.example/1.png"));

        message.AttachmentLayout.ShouldBe("list");
        message.Attachments.Single().ContentType.ShouldBe("image/png");
        Should.Throw<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null));
    }
}
