namespace Microsoft.Bot.Schema;

/// <summary>What every activity has (bot-framework-api.md 2).</summary>
public interface IActivity
{
    /// <summary>What kind of activity it is.</summary>
    string Type { get; set; }

    /// <summary>Assigned by the channel.</summary>
    string Id { get; set; }

    /// <summary>Where replies go.</summary>
    string ServiceUrl { get; set; }

    /// <summary>When the channel received it, in UTC.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's own time.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The channel's name.</summary>
    string ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    ChannelAccount From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>Who it is for.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>The id of the activity this one answers.</summary>
    string ReplyToId { get; set; }

    /// <summary>Things the activity mentions.</summary>
    IList<Entity> Entities { get; set; }

    /// <summary>What only this channel understands.</summary>
    dynamic ChannelData { get; set; }

    /// <summary>
    /// The channel data as <typeparamref name="TypeT"/>; default when there is none. Throws <see cref="InvalidCastException"/> when it is
    /// neither exactly that type nor a <c>JObject</c>.
    /// </summary>
    TypeT GetChannelData<TypeT>();

    /// <summary>As <see cref="GetChannelData{TypeT}"/>, but false instead of an exception, and false when there is none.</summary>
    bool TryGetChannelData<TypeT>(out TypeT instance);

    /// <summary>This activity as a message, or null when its type is another.</summary>
    IMessageActivity AsMessageActivity();

    /// <summary>This activity as a conversationUpdate, or null when its type is another.</summary>
    IConversationUpdateActivity AsConversationUpdateActivity();

    /// <summary>This activity as typing, or null when its type is another.</summary>
    ITypingActivity AsTypingActivity();

    /// <summary>This activity as an endOfConversation, or null when its type is another.</summary>
    IEndOfConversationActivity AsEndOfConversationActivity();

    /// <summary>This activity as an event, or null when its type is another.</summary>
    IEventActivity AsEventActivity();

    /// <summary>This activity as an invoke, or null when its type is another.</summary>
    IInvokeActivity AsInvokeActivity();

    /// <summary>Where to answer this activity, now or later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>
    /// Addresses this activity by <paramref name="reference"/> and returns it: from the bot unless <paramref name="isIncoming"/>; the
    /// locale is copied only when there is none (bot-framework-api.md 3).
    /// </summary>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}
