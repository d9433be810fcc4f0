using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests;

/// <summary>The event of a clock, as the runner of turns sends it.</summary>
internal static class Clock
{
    public static Activity Ring() => new(ActivityTypes.Event)
    {
        Name = OverdoseResponseBot.ClockEvent,
        ChannelId = "chat",
        From = new ChannelAccount { Id = "clock" },
        Recipient = new ChannelAccount { Id = "overdosebot" },
        Conversation = new ConversationAccount { Id = "chat" },
    };
}
