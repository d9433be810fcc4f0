namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.Type"/> (bot-framework-api.md 1, wire-protocols.md 1.2). They are case-sensitive on the wire.</summary>
public static class ActivityTypes
{
    /// <summary>A contact list gained or lost the bot.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>Members came or left, or the topic changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The sender regards the conversation as over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A named signal that no person typed.</summary>
    public const string Event = "event";

    /// <summary>Asks the adapter to wait; the value is in milliseconds. Never leaves the bot.</summary>
    public const string Delay = "delay";

    /// <summary>The channel asks the bot to forget a person.</summary>
    public const string DeleteUserData = "deleteUserData";

    /// <summary>The obsolete form of handing over to a person; events replaced it.</summary>
    public const string Handoff = "handoff";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A named request that expects a synchronous answer.</summary>
    public const string Invoke = "invoke";

    /// <summary>Something said by a person or by the bot.</summary>
    public const string Message = "message";

    /// <summary>An earlier message was withdrawn.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Somebody reacted to an earlier message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>An earlier message was changed.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A private hint about another message.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Diagnostics for the emulator; it does not count as an answer.</summary>
    public const string Trace = "trace";

    /// <summary>The sender is composing; a client shows it for a few seconds.</summary>
    public const string Typing = "typing";

    /// <summary>Asks the receiver to perform a named action.</summary>
    public const string Command = "command";

    /// <summary>How a command went.</summary>
    public const string CommandResult = "commandResult";
}
