namespace Microsoft.Bot.Schema;

/// <content>The two constructors of the official class.</content>
public partial class Activity
{
    /// <summary>An activity with nothing set.</summary>
    public Activity()
    {
    }

    /// <summary>
    /// An activity with the given parts. Write <c>new Activity(type) { … }</c>: the order of the optional parameters is no one's to
    /// remember (bot-framework-api.md 10, trap 8).
    /// </summary>
    public Activity(
        string type = default,
        string id = default,
        DateTimeOffset? timestamp = default,
        DateTimeOffset? localTimestamp = default,
        string serviceUrl = default,
        string channelId = default,
        ChannelAccount from = default,
        ConversationAccount conversation = default,
        ChannelAccount recipient = default,
        string textFormat = default,
        string attachmentLayout = default,
        IList<ChannelAccount> membersAdded = default,
        IList<ChannelAccount> membersRemoved = default,
        IList<MessageReaction> reactionsAdded = default,
        IList<MessageReaction> reactionsRemoved = default,
        string topicName = default,
        bool? historyDisclosed = default,
        string locale = default,
        string text = default,
        string speak = default,
        string inputHint = default,
        string summary = default,
        SuggestedActions suggestedActions = default,
        IList<Attachment> attachments = default,
        IList<Entity> entities = default,
        object channelData = default,
        string action = default,
        string replyToId = default,
        string label = default,
        string valueType = default,
        object value = default,
        string name = default,
        ConversationReference relatesTo = default,
        string code = default,
        DateTimeOffset? expiration = default,
        string importance = default,
        string deliveryMode = default,
        IList<string> listenFor = default,
        IList<TextHighlight> textHighlights = default,
        SemanticAction semanticAction = default,
        string localTimezone = default)
    {
        (Type, Id, Name, Label, Code, Action) = (type, id, name, label, code, action);
        (Timestamp, LocalTimestamp, LocalTimezone, Expiration) = (timestamp, localTimestamp, localTimezone, expiration);
        (ServiceUrl, ChannelId, Conversation, RelatesTo) = (serviceUrl, channelId, conversation, relatesTo);
        (From, Recipient, ReplyToId, DeliveryMode) = (from, recipient, replyToId, deliveryMode);
        (Text, TextFormat, Locale, Speak, InputHint) = (text, textFormat, locale, speak, inputHint);
        (Summary, SuggestedActions, Importance) = (summary, suggestedActions, importance);
        (Attachments, AttachmentLayout, Entities) = (attachments, attachmentLayout, entities);
        (ChannelData, Value, ValueType) = (channelData, value, valueType);
        (MembersAdded, MembersRemoved, TopicName, HistoryDisclosed) = (membersAdded, membersRemoved, topicName, historyDisclosed);
        (ReactionsAdded, ReactionsRemoved) = (reactionsAdded, reactionsRemoved);
        (ListenFor, TextHighlights, SemanticAction) = (listenFor, textHighlights, semanticAction);
    }
}
