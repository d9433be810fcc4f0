using System.Collections.Concurrent;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// Which message a retry's token belongs to (wire-protocols.md 5.4), for the retry whose MessageSid is another. The journal knows messages by their
/// MessageSid for good; tokens are needed for seconds, so that memory serves, and the oldest half of it goes first.
/// </summary>
internal sealed class SeenTokens
{
    private const int MostInHalf = 10_000;
    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, string> _new = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, string> _old = new(StringComparer.Ordinal);

    /// <summary>The key of the first message that came with this token in this conversation: this one's, when it is the first.</summary>
    public string KeyOf(string conversation, string? token, string key)
    {
        if (string.IsNullOrEmpty(token))
        {
            return key;
        }

        var name = $"{conversation} {token}";
        if (_old.TryGetValue(name, out var earlier))
        {
            return earlier;
        }

        var first = _new.GetOrAdd(name, key);
        Turn();
        return first;
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_new.Count >= MostInHalf)
            {
                (_old, _new) = (_new, new(StringComparer.Ordinal));
            }
        }
    }
}
