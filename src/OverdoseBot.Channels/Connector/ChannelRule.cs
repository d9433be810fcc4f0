using System.Collections.Frozen;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Connector;

/// <summary>How a channel shows the choices of a question.</summary>
internal enum ChoiceForm
{
    /// <summary>As buttons under the message (suggested actions).</summary>
    Buttons,

    /// <summary>As digits in the text: the bot's SMS form, in which a digit means one fact everywhere.</summary>
    Numbers,

    /// <summary>As lines under the text: whoever writes one of them is understood.</summary>
    Lines,
}

/// <summary>What a channel can do (wire-protocols.md 2.3, bot-framework-api.md 6). One table; a channel that is not in it gets plain text.</summary>
/// <param name="Form">How choices are shown.</param>
/// <param name="MostButtons">The most buttons that it shows; a question with more has lines.</param>
/// <param name="Press">What a pressed button sends: Teams knows no <c>messageBack</c> in suggested actions.</param>
/// <param name="OnlyPersonal">True: buttons only in a conversation with one person.</param>
/// <param name="KeepsGuide">True: its clients see <c>channelData.guide</c>; elsewhere channelData means something else.</param>
internal sealed record ChannelRule(ChoiceForm Form, int MostButtons = 0, string Press = ActionTypes.MessageBack, bool OnlyPersonal = false, bool KeepsGuide = false)
{
    private static readonly ChannelRule _lines = new(ChoiceForm.Lines);

    private static readonly FrozenDictionary<string, ChannelRule> _table = new Dictionary<string, ChannelRule>
    {
        ["directline"] = new(ChoiceForm.Buttons, MostButtons: 100, KeepsGuide: true),
        ["webchat"] = new(ChoiceForm.Buttons, MostButtons: 100, KeepsGuide: true),
        ["emulator"] = new(ChoiceForm.Buttons, MostButtons: 100, KeepsGuide: true),
        ["msteams"] = new(ChoiceForm.Buttons, MostButtons: 3, Press: ActionTypes.ImBack, OnlyPersonal: true),
        ["sms"] = new(ChoiceForm.Numbers),
        ["twilio-sms"] = new(ChoiceForm.Numbers),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule of a channel.</summary>
    public static ChannelRule Of(string? channel) => channel is not null && _table.TryGetValue(channel, out var rule) ? rule : _lines;
}
