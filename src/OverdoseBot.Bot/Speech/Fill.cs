using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Fills pieces, <c>{emergency}</c>, <c>{law}</c>, <c>{line.*}</c>, <c>{product.*}</c> and <c>{handover}</c> into wording; nothing else is ever substituted.</summary>
internal sealed partial class Fill(Turn turn, bool plain = false)
{
    public Wording Words(Wording wording) =>
        new(Texts(wording.Say), Texts(wording.Sms), wording.Brief is null ? null : Text(wording.Brief));

    public CallWords Call(bool mayAsk)
    {
        var line = turn.Library.CallLine;
        return new CallWords(Text(line.Full), Text(line.Reminder), mayAsk ? line.Ask : null);
    }

    public string Text(string text) => text.Contains('{', StringComparison.Ordinal)
        ? Hole().Replace(Pieces.Fill(text, turn.Library, turn.Knows), hole => Hole(hole.Groups[1].Value) ?? hole.Value)
        : text;

    private string? Hole(string name) => name == "handover" ? HandoverSentence.For(turn.Record, turn.Library, turn.Now, plain)
        : name == KitDates.Hole ? KitDates.Words(turn.Library, turn.Record.Expires)
        : Quizzes.Words(turn.Record, name) ?? Holes.Words(turn.Library, turn.Region, turn.Product, turn.Record.Sms, name);

    private ImmutableArray<string> Texts(ImmutableArray<string> texts) => texts.IsEmpty ? texts : [.. texts.Select(Text)];

    [GeneratedRegex(@"\{([a-z0-9.-]+)\}")]
    private static partial Regex Hole();
}
