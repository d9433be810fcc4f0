using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Tests;

/// <summary>Activities of a person.</summary>
internal static class From
{
    public static Activity Text(string text) => Person(ActivityTypes.Message, a => a.Text = text);

    public static Activity Hello() => Person(ActivityTypes.ConversationUpdate, a => a.MembersAdded = [a.From]);

    private static Activity Person(string type, Action<Activity> fill)
    {
        var activity = new Activity(type)
        {
            ChannelId = "test",
            From = new ChannelAccount { Id = "person" },
            Recipient = new ChannelAccount { Id = "overdosebot" },
            Conversation = new ConversationAccount { Id = "chat" },
        };
        fill(activity);
        return activity;
    }
}
