namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>What is done about a message that Twilio or a phone company would not take.</summary>
internal enum Reaction
{
    /// <summary>Nothing helps: it is given up.</summary>
    GiveUp,

    /// <summary>The person has opted out: their conversation is marked, and nothing more is tried till they are back.</summary>
    CutOff,

    /// <summary>The operator must change something at Twilio or in the settings: given up, and said loudly.</summary>
    Misconfigured,

    /// <summary>Too much at once: tried again later.</summary>
    BackOff,

    /// <summary>It may go through now: tried once more.</summary>
    OnceMore,

    /// <summary>Filtered for its words: the step is sent once more without the name of a drug.</summary>
    InPlainWords,
}

/// <summary>A failure by its code (wire-protocols.md 5.5, 5.8).</summary>
/// <param name="Reaction">What is done.</param>
/// <param name="Meaning">What it means and what helps, for the log.</param>
internal sealed record Failure(Reaction Reaction, string Meaning)
{
    /// <summary>The failure behind a code; null: there was no code.</summary>
    public static Failure Of(int? code) => code switch
    {
        21610 => new(Reaction.CutOff, "the person has opted out; only their START brings them back"),
        21211 or 21614 => new(Reaction.GiveUp, "the number is not a mobile number"),
        21617 => new(Reaction.GiveUp, "the message is too long"),
        21635 or 30006 => new(Reaction.GiveUp, "a landline, or a phone company that cannot be reached"),
        30004 => new(Reaction.GiveUp, "the phone company blocks it"),
        30005 => new(Reaction.GiveUp, "no phone has this number"),
        20003 => new(Reaction.Misconfigured, "Twilio refuses the account's SID and token; set Sms:Twilio:AccountSid, and AuthToken or the API key"),
        21408 => new(Reaction.Misconfigured, "sending to that country is not allowed; switch it on in the account's geo permissions"),
        21606 or 21603 or 21659 or 21660 => new(Reaction.Misconfigured, "the sender is not a number of this account; set Sms:Twilio:From"),
        21608 => new(Reaction.Misconfigured, "a trial account sends to checked numbers only; upgrade it"),
        21612 => new(Reaction.Misconfigured, "there is no way from this sender to that number; use another sender"),
        30032 => new(Reaction.Misconfigured, "the toll-free number is not verified: all its messages are blocked"),
        30034 => new(Reaction.Misconfigured, "the number is in no registered campaign (10DLC): all its messages are blocked"),
        30450 => new(Reaction.Misconfigured, "pumping protection blocked it; put the country on the allow list"),
        30610 or 30047 => new(Reaction.Misconfigured, "quiet hours hold messages; switch them off in the compliance toolkit"),
        21611 or 30001 or 20429 => new(Reaction.BackOff, "too many messages are waiting"),
        30003 => new(Reaction.OnceMore, "the phone is off or out of reach"),
        30008 => new(Reaction.OnceMore, "the phone company does not say why"),
        30007 => new(Reaction.InPlainWords, "filtered for its words; talk to the provider about the campaign"),
        _ => new(Reaction.GiveUp, "a code that is not known here; look it up at Twilio"),
    };
}
