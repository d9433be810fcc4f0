namespace Microsoft.Bot.Schema;

/// <summary>Names of the events an adapter starts a turn with (bot-framework-api.md 4).</summary>
public static class ActivityEventNames
{
    /// <summary>The bot speaks first in a conversation it knows.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>The bot opened a new conversation.</summary>
    public const string CreateConversation = "CreateConversation";
}
