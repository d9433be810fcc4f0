using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    internal static Activity Message(string text = "hello") => Incoming(ActivityTypes.Message, text);

    internal static Activity Incoming(string type, string text = null) => new(type)
    {
        Id = "in-1",
        Text = text,
        ChannelId = "test",
        ServiceUrl = "https://channel.example",
        Conversation = new ConversationAccount(id: "conversation"),
        From = new ChannelAccount("person", "Person"),
        Recipient = new ChannelAccount("bot", "Bot"),
    };

    internal static TurnContext Turn(RecordingAdapter adapter = null, Activity activity = null) =>
        new(adapter ?? new RecordingAdapter(), activity ?? Message());
}
