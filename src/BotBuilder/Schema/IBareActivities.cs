namespace Microsoft.Bot.Schema;

/// <summary>The sender is composing (wire-protocols.md 1.2).</summary>
public interface ITypingActivity : IActivity
{
}

/// <summary>The sender regards the conversation as over (wire-protocols.md 1.2).</summary>
public interface IEndOfConversationActivity : IActivity
{
    /// <summary>Why.</summary>
    string Code { get; set; }

    /// <summary>The last words.</summary>
    string Text { get; set; }
}
