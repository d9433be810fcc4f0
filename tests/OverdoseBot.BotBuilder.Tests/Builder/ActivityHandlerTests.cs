using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly LoggingHandler _handler = new();

    [Theory]
    [InlineData("message", "message")]
    [InlineData("Message", "unrecognized")]
    [InlineData("conversationUpdate", "conversationUpdate")]
    [InlineData("event", "event")]
    [InlineData("endOfConversation", "endOfConversation")]
    [InlineData("typing", "typing")]
    [InlineData("somethingNew", "unrecognized")]
    [InlineData("messageReaction", "")]
    [InlineData("messageUpdate", "")]
    [InlineData("messageDelete", "")]
    [InlineData("installationUpdate", "")]
    [InlineData("command", "")]
    [InlineData("commandResult", "")]
    public async Task Each_type_has_its_method_compared_case_sensitively(string type, string called)
    {
        await _handler.OnTurnAsync(Given.Turn(_adapter, Given.Incoming(type)));

        string.Join(' ', _handler.Log).ShouldBe(called);
        _adapter.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_without_a_type_is_refused()
    {
        await Should.ThrowAsync<ArgumentNullException>(() => _handler.OnTurnAsync(null));
        await Should.ThrowAsync<ArgumentException>(() => _handler.OnTurnAsync(Given.Turn(_adapter, new Activity())));
    }

    [Fact]
    public async Task The_token_response_is_an_event_apart()
    {
        var activity = Given.Incoming(ActivityTypes.Event);
        activity.Name = "tokens/response";

        await _handler.OnTurnAsync(Given.Turn(_adapter, activity));

        _handler.Log.ShouldBe(["tokenResponse"]);
    }

    [Fact]
    public async Task Members_added_are_reported_all_together_when_one_of_them_is_not_the_bot()
    {
        await UpdateAsync(["bot", "person"], null);

        _handler.Log.ShouldBe(["conversationUpdate", "added bot,person"]);
    }

    [Fact]
    public async Task The_bot_alone_is_not_reported()
    {
        await UpdateAsync(["bot"], null);
        await UpdateAsync(null, ["bot"]);

        _handler.Log.ShouldBe(["conversationUpdate", "conversationUpdate"]);
    }

    [Fact]
    public async Task Members_removed_are_reported_only_without_a_list_of_added_ones()
    {
        await UpdateAsync([], ["person"]);
        await UpdateAsync(null, ["person"]);

        _handler.Log.ShouldBe(["conversationUpdate", "conversationUpdate", "removed person"]);
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 3")]
    public async Task An_invoke_nobody_handles_is_answered_with_501()
    {
        await new ActivityHandler().OnTurnAsync(Given.Turn(_adapter, Given.Incoming(ActivityTypes.Invoke)));

        var answer = _adapter.Sent.Single();
        answer.Type.ShouldBe("invokeResponse");
        answer.Value.ShouldBeOfType<InvokeResponse>().Status.ShouldBe(501);
    }

    private Task UpdateAsync(string[] added, string[] removed)
    {
        var activity = Given.Incoming(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = added?.Select(id => new ChannelAccount(id)).ToList();
        activity.MembersRemoved = removed?.Select(id => new ChannelAccount(id)).ToList();
        return _handler.OnTurnAsync(Given.Turn(_adapter, activity));
    }

    private sealed class LoggingHandler : ActivityHandler
    {
        internal List<string> Log { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            Add("message");

        protected override Task OnConversationUpdateActivityAsync(
            ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Add("conversationUpdate");
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        }

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Add($"added {string.Join(',', membersAdded.Select(member => member.Id))}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Add($"removed {string.Join(',', membersRemoved.Select(member => member.Id))}");

        protected override Task OnTokenResponseEventAsync(
            ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Add("tokenResponse");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Add("event");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Add("endOfConversation");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            Add("typing");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Add("unrecognized");

        private Task Add(string entry)
        {
            Log.Add(entry);
            return Task.CompletedTask;
        }
    }
}
