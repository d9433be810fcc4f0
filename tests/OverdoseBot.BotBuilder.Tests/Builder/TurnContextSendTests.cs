using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class TurnContextSendTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task Sending_addresses_the_activity_and_gives_it_the_channels_id()
    {
        var turn = Given.Turn(_adapter);
        var answer = new Activity("message") { Text = "hi" };

        var response = await turn.SendActivityAsync(answer);

        response.Id.ShouldBe("1");
        (answer.Id, answer.ReplyToId, answer.From.Id, answer.Recipient.Id).ShouldBe(("1", "in-1", "bot", "person"));
        _adapter.Sent.Single().ShouldBeSameAs(answer);
    }

    [Fact]
    public async Task Text_sent_through_the_interface_accepts_input_and_through_the_class_says_nothing_of_it()
    {
        var turn = Given.Turn(_adapter);
        await ((ITurnContext)turn).SendActivityAsync("through the interface");
        await turn.SendActivityAsync("through the class");

        _adapter.Sent.Select(sent => sent.InputHint).ShouldBe(["acceptingInput", null]);
        _adapter.Sent[0].Attachments.ShouldBeNull();
    }

    [Fact]
    public async Task Speech_and_hint_are_sent_unless_empty()
    {
        var turn = Given.Turn(_adapter);
        await turn.SendActivityAsync("a", "b", "expectingInput");
        await turn.SendActivityAsync("a", string.Empty, string.Empty);

        _adapter.Sent.Select(sent => (sent.Speak, sent.InputHint)).ShouldBe([("b", "expectingInput"), (null, null)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task Empty_text_is_refused(string text)
    {
        var error = await Should.ThrowAsync<ArgumentNullException>(() => Given.Turn(_adapter).SendActivityAsync(text));

        error.ParamName.ShouldBe("textReplyToSend");
    }

    [Fact]
    public async Task Nothing_at_all_is_refused()
    {
        var turn = Given.Turn(_adapter);

        await Should.ThrowAsync<ArgumentException>(async () => await turn.SendActivitiesAsync([]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await turn.SendActivitiesAsync(null));
        await Should.ThrowAsync<ArgumentNullException>(async () => await turn.SendActivityAsync((IActivity)null));
        _adapter.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_activities_go_to_the_adapter_as_one_list_in_order()
    {
        var responses = await Given.Turn(_adapter).SendActivitiesAsync([MessageFactory.Text("1"), MessageFactory.Text("2")]);

        responses.Select(response => response.Id).ShouldBe(["1", "2"]);
        _adapter.Batches.ShouldBe([2]);
    }

    [Fact]
    public async Task Only_what_is_not_a_trace_counts_as_an_answer()
    {
        var turn = Given.Turn(_adapter);
        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace));
        turn.Responded.ShouldBeFalse();

        await turn.SendActivityAsync(new Activity(ActivityTypes.Typing));
        turn.Responded.ShouldBeTrue();

        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace));
        turn.Responded.ShouldBeTrue();
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 3")]
    public async Task Expected_replies_are_buffered_in_order_without_ids_and_the_adapter_is_not_asked()
    {
        var incoming = Given.Message();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = Given.Turn(_adapter, incoming);

        var response = await turn.SendActivityAsync("one");
        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace));

        response.Id.ShouldBeNull();
        _adapter.Sent.ShouldBeEmpty();
        turn.Responded.ShouldBeTrue();
        turn.BufferedReplyActivities.Select(reply => (reply.Type, reply.Id, reply.ReplyToId))
            .ShouldBe([("message", null, "in-1"), ("trace", null, "in-1")]);
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 3")]
    public async Task A_buffered_invoke_response_is_put_into_the_turn_state()
    {
        var incoming = Given.Incoming(ActivityTypes.Invoke);
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = Given.Turn(_adapter, incoming);
        var answer = new Activity(ActivityTypesEx.InvokeResponse);

        await turn.SendActivityAsync(answer);

        turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey).ShouldBeSameAs(answer);
        turn.BufferedReplyActivities.Single().ShouldBeSameAs(answer);
    }

    [Fact]
    public async Task A_disposed_turn_does_nothing_any_more()
    {
        var turn = Given.Turn(_adapter);
        turn.Dispose();
        turn.Dispose();

        var error = await Should.ThrowAsync<ObjectDisposedException>(() => turn.SendActivityAsync("late"));
        error.ObjectName.ShouldBe("SendActivityAsync");
        await Should.ThrowAsync<ObjectDisposedException>(async () => await turn.SendActivitiesAsync([MessageFactory.Text("late")]));
        await Should.ThrowAsync<ObjectDisposedException>(() => turn.UpdateActivityAsync(MessageFactory.Text("late")));
        await Should.ThrowAsync<ObjectDisposedException>(() => turn.DeleteActivityAsync("1"));
        Should.Throw<ObjectDisposedException>(() => turn.OnSendActivities((_, _, next) => next()));
        Should.Throw<ObjectDisposedException>(() => turn.TurnState.Get<string>("x"));
    }

    [Fact]
    public void A_turn_needs_an_adapter_and_an_activity()
    {
        Should.Throw<ArgumentNullException>(() => new TurnContext((BotAdapter)null, Given.Message())).ParamName.ShouldBe("adapter");
        Should.Throw<ArgumentNullException>(() => new TurnContext(_adapter, null)).ParamName.ShouldBe("activity");
    }
}
