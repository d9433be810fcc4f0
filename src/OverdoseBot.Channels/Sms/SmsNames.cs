namespace OverdoseBot.Channels.Sms;

/// <summary>Names on the wire of text messages.</summary>
public static class SmsNames
{
    /// <summary>Where Twilio posts what people text.</summary>
    public const string Path = "/sms/twilio";

    /// <summary>Where Twilio reports what became of ours.</summary>
    public const string StatusPath = Path + "/status";

    /// <summary>The <c>channelId</c> of what they text.</summary>
    public const string Channel = "sms";

    /// <summary>Who delivers what is sent to them: the target of their outbox rows.</summary>
    public const string Target = "sms";

    /// <summary>The target of outbox rows that set or end a person's reminder.</summary>
    public const string Reminders = "reminders";

    /// <summary>The bot's account.</summary>
    public const string Bot = "overdosebot";
}
