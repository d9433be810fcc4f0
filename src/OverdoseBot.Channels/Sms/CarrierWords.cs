using System.Collections.Frozen;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;

namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Messages that are nothing but a word of the phone company's (wire-protocols.md 5.6). HELP and INFO are not here: they are read as what they say.
/// </summary>
public static class CarrierWords
{
    private static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        ["STOP"] = Carrier.Stop,
        ["STOPALL"] = Carrier.Stop,
        ["UNSUBSCRIBE"] = Carrier.Stop,
        ["CANCEL"] = Carrier.Stop,
        ["END"] = Carrier.Stop,
        ["QUIT"] = Carrier.Stop,
        ["REVOKE"] = Carrier.Stop,
        ["OPTOUT"] = Carrier.Stop,
        ["START"] = Carrier.Start,
        ["UNSTOP"] = Carrier.Start,
        ["YES"] = Carrier.Yes,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the phone company makes of a message, as the bot is told; null: nothing.</summary>
    /// <param name="text">The whole message.</param>
    /// <param name="optOutType">What the provider says it was, where its own list of words is set up: <c>STOP</c>, <c>START</c>, <c>HELP</c>; null: it does not say.</param>
    public static JObject? Mark(string text, string? optOutType)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = _words.GetValueOrDefault((optOutType ?? text).Trim());
        return word is null ? null : new JObject { [Carrier.Name] = word };
    }
}
