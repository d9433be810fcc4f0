using System.Globalization;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>A report of what became of a message of ours (wire-protocols.md 5.5): its address names the message, and its signature covers the address.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Message">The message's id; null: the last one.</param>
/// <param name="Sid">Twilio's name of the message.</param>
/// <param name="Status">Its status, lower case.</param>
/// <param name="Code">Why it failed; null: it did not, or nobody says.</param>
internal sealed record Report(string Conversation, string? Message, string Sid, string Status, int? Code)
{
    private const string Name = "m";
    private const char Between = '.';

    /// <summary>Only these change anything, and no status follows them; reports may repeat, and come in any order.</summary>
    public bool Failed => Status is "failed" or "undelivered";

    /// <summary>Whether the phone has it.</summary>
    public bool Arrived => Status is "delivered" or "read";

    /// <summary>Where reports about a message go; null: nobody knows our address, or Twilio would not take it.</summary>
    public static string? Address(string? front, string conversation, string? message) =>
        message is not null && Uri.TryCreate(front, UriKind.Absolute, out var uri) && !uri.Host.Contains('_', StringComparison.Ordinal)
            ? $"{front!.TrimEnd('/')}{SmsNames.StatusPath}?{Name}={conversation}{Between}{message}"
            : null;

    /// <summary>Reads a report; null: it is none.</summary>
    /// <param name="form">The form.</param>
    /// <param name="query">The <c>m</c> of the address; empty: set up at Twilio for all messages.</param>
    /// <param name="names">Names that hide numbers.</param>
    public static Report? Read(Form form, string? query, PersonNames names)
    {
        if (form["MessageStatus"] is not { } status)
        {
            return null;
        }

        var code = int.TryParse(form["ErrorCode"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null;
        var at = query?.IndexOf(Between, StringComparison.Ordinal) ?? -1;
        var (conversation, message) = at > 0 ? (query![..at], query[(at + 1)..]) : (ConversationOf(form, names), (string?)null);
        return new Report(conversation, message, form["MessageSid"] ?? form["SmsSid"] ?? string.Empty, status.ToLowerInvariant(), code);
    }

    /// <summary>The conversation of whom the message went to.</summary>
    public static string ConversationOf(Form form, PersonNames names) => names.Conversation(form["From"] ?? string.Empty, form["To"] ?? string.Empty);

    /// <summary>The name of the value in the address.</summary>
    public static string QueryName => Name;
}
