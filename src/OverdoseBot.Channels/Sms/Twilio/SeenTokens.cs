namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// Which message a retry's token belongs to (wire-protocols.md 5.4), for the retry whose MessageSid is another. The journal knows messages by their
/// MessageSid for good; tokens are needed for seconds, so that memory serves.
/// </summary>
internal sealed class SeenTokens
{
    private readonly Recent<string> _seen = new(10_000);

    /// <summary>The key of the first message that came with this token in this conversation: this one's, when it is the first.</summary>
    public string KeyOf(string conversation, string? token, string key) =>
        string.IsNullOrEmpty(token) ? key : _seen.GetOrAdd($"{conversation} {token}", _ => key);
}
