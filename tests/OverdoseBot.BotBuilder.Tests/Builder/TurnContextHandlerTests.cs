using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class TurnContextHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _log = [];

    [Fact]
    public async Task Send_handlers_nest_in_the_order_they_were_added()
    {
        var turn = Given.Turn(_adapter);
        turn.OnSendActivities(Logging("outer")).OnSendActivities(Logging("inner"));

        await turn.SendActivityAsync("hi");

        _log.ShouldBe(["outer before", "inner before", "inner after", "outer after"]);
        _adapter.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_send_handler_may_change_the_list()
    {
        var turn = Given.Turn(_adapter);
        turn.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text = "changed";
            activities.Add(MessageFactory.Text("added"));
            return next();
        });

        await turn.SendActivityAsync("hi");

        _adapter.Sent.Select(sent => sent.Text).ShouldBe(["changed", "added"]);
    }

    [Fact]
    public async Task A_send_handler_that_does_not_go_on_keeps_everything_back()
    {
        var turn = Given.Turn(_adapter);
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null));

        var response = await turn.SendActivityAsync("hi");

        response.Id.ShouldBeNull();
        turn.Responded.ShouldBeFalse();
        _adapter.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_handlers_see_activities_already_addressed()
    {
        var turn = Given.Turn(_adapter);
        string replyTo = null;
        turn.OnSendActivities((_, activities, next) =>
        {
            replyTo = activities[0].ReplyToId;
            return next();
        });

        await turn.SendActivityAsync("hi");

        replyTo.ShouldBe("in-1");
    }

    [Fact]
    public async Task Send_handlers_also_run_for_expected_replies()
    {
        var incoming = Given.Message();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = Given.Turn(_adapter, incoming);
        turn.OnSendActivities(Logging("handler"));

        await turn.SendActivityAsync("hi");

        _log.ShouldBe(["handler before", "handler after"]);
        turn.BufferedReplyActivities.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_handlers_nest_and_the_activity_is_addressed_and_gets_the_id()
    {
        var turn = Given.Turn(_adapter);
        var activity = new Activity("message") { Id = "1" };
        turn.OnUpdateActivity(async (_, updated, next) =>
        {
            _log.Add($"before {updated.Id}");
            var response = await next();
            _log.Add($"after {updated.Id}");
            return response;
        });

        var result = await turn.UpdateActivityAsync(activity);

        _log.ShouldBe(["before 1", "after updated"]);
        result.Id.ShouldBe("updated");
        _adapter.Updated.Single().Conversation.Id.ShouldBe("conversation");
    }

    [Fact]
    public async Task An_update_handler_that_does_not_go_on_keeps_the_update_back()
    {
        var turn = Given.Turn(_adapter);
        turn.OnUpdateActivity((_, _, _) => Task.FromResult<ResourceResponse>(null));

        (await turn.UpdateActivityAsync(new Activity("message"))).ShouldBeNull();
        _adapter.Updated.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deleting_works_by_id_and_by_reference_and_through_handlers()
    {
        var turn = Given.Turn(_adapter);
        turn.OnDeleteActivity((_, reference, next) =>
        {
            _log.Add(reference.ActivityId);
            return reference.ActivityId == "kept" ? Task.CompletedTask : next();
        });

        await turn.DeleteActivityAsync("1");
        await turn.DeleteActivityAsync(new ConversationReference { ActivityId = "2" });
        await turn.DeleteActivityAsync("kept");

        _log.ShouldBe(["1", "2", "kept"]);
        _adapter.Deleted.ShouldBe(["1", "2"]);
        await Should.ThrowAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(" "));
        await Should.ThrowAsync<ArgumentNullException>(() => turn.DeleteActivityAsync((ConversationReference)null));
    }

    [Fact]
    public void A_handler_must_not_be_null()
    {
        Should.Throw<ArgumentNullException>(() => Given.Turn(_adapter).OnSendActivities(null));
        Should.Throw<ArgumentNullException>(() => Given.Turn(_adapter).OnUpdateActivity(null));
        Should.Throw<ArgumentNullException>(() => Given.Turn(_adapter).OnDeleteActivity(null));
    }

    [Fact]
    public async Task The_same_turn_with_another_activity_shares_handlers_state_and_buffer()
    {
        var turn = Given.Turn(_adapter);
        var other = new TurnContext(turn, Given.Message("other"));
        turn.OnSendActivities(Logging("handler"));

        await other.SendActivityAsync("hi");

        _log.ShouldBe(["handler before", "handler after"]);
        other.TurnState.ShouldBeSameAs(turn.TurnState);
        other.BufferedReplyActivities.ShouldNotBeNull();
        (other.Responded, turn.Responded).ShouldBe((true, false));
    }

    private SendActivitiesHandler Logging(string name) => async (_, _, next) =>
    {
        _log.Add($"{name} before");
        var responses = await next();
        _log.Add($"{name} after");
        return responses;
    };
}
