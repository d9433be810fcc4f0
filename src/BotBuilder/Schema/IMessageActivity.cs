namespace Microsoft.Bot.Schema;

/// <summary>A message (wire-protocols.md 1.2).</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>BCP 47 language of the text.</summary>
    string Locale { get; set; }

    /// <summary>What is said.</summary>
    string Text { get; set; }

    /// <summary>What to speak: plain text or SSML.</summary>
    string Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    string InputHint { get; set; }

    /// <summary>Shown by a channel that cannot render the attachments.</summary>
    string Summary { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>.</summary>
    string TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    string AttachmentLayout { get; set; }

    /// <summary>Cards and files.</summary>
    IList<Attachment> Attachments { get; set; }

    /// <summary>Buttons under the newest message.</summary>
    SuggestedActions SuggestedActions { get; set; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>.</summary>
    string Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    string DeliveryMode { get; set; }

    /// <summary>After this moment it should not be shown.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>The payload of a button.</summary>
    object Value { get; set; }

    /// <summary>Whether there is text, a summary, an attachment or channel data.</summary>
    bool HasContent();
}
