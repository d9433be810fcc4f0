using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Fills <c>{emergency}</c>, <c>{law}</c>, <c>{line.*}</c> and <c>{handover}</c> into wording; nothing else is ever substituted.</summary>
internal sealed class Fill(Turn turn)
{
    public Wording Words(Wording wording) =>
        new(Texts(wording.Say), Texts(wording.Sms), wording.Brief is null ? null : Text(wording.Brief));

    public CallWords Call(bool mayAsk)
    {
        var line = turn.Library.CallLine;
        return new CallWords(Text(line.Full), Text(line.Reminder), mayAsk ? line.Ask : null);
    }

    public string Text(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = text
            .Replace("{emergency}", turn.Region.Emergency, StringComparison.Ordinal)
            .Replace("{law}", turn.Region.Law, StringComparison.Ordinal);
        foreach (var line in turn.Library.Lines.Where(l => l.Region == turn.Region.Id))
        {
            filled = filled.Replace("{line." + line.Id + "}", line.Call, StringComparison.Ordinal);
        }

        return filled.Contains("{handover}", StringComparison.Ordinal)
            ? filled.Replace("{handover}", HandoverSentence.For(turn.Record, turn.Library), StringComparison.Ordinal)
            : filled;
    }

    private ImmutableArray<string> Texts(ImmutableArray<string> texts) => texts.IsEmpty ? texts : [.. texts.Select(Text)];
}
