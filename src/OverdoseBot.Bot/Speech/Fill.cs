using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Fills pieces, <c>{emergency}</c>, <c>{law}</c>, <c>{line.*}</c>, <c>{product.*}</c> and <c>{handover}</c> into wording; nothing else is ever substituted.</summary>
internal sealed class Fill(Turn turn, bool plain = false)
{
    /// <summary>The words in the form that the person's channel takes; the other form's stay as they are.</summary>
    public Wording Words(Wording wording) => !turn.Record.Sms ? wording with { Say = Texts(wording.Say) }
        : wording.Sms.IsEmpty ? wording with { Say = Texts(wording.Say), Brief = Brief(wording) }
        : wording with { Sms = Texts(wording.Sms), Brief = Brief(wording) };

    public CallWords Call(bool mayAsk)
    {
        var line = turn.Library.CallLine;
        var (full, reminder) = Played is { } drills ? (drills.CallLine.Full, drills.CallLine.Reminder) : (line.Full, line.Reminder);
        return new CallWords(Text(full), Text(reminder), mayAsk ? line.Ask : null);
    }

    public string Text(string text) => Template.Fill(text, turn.Library, turn.Knows, Hole);

    private string? Brief(Wording wording) => wording.Brief is null ? null : Text(wording.Brief);

    // In a practice no words may cause a real call.
    private Drills? Played => turn.Record.Practice ? turn.Library.Drills : null;

    private string? Hole(string name) => Played is { } drills && name is "emergency" or "emergency.first" ? Text(drills.Emergency)
        : name == "number" ? turn.Region.Emergency
        : name == "handover" ? HandoverSentence.For(turn.Record, turn.Library, turn.Now, plain)
        : name == KitDates.Hole ? KitDates.Words(turn.Library, turn.Record.Expires)
        : Quizzes.Words(turn.Record, name) ?? Holes.Words(turn.Library, turn.Region, turn.Product, turn.Record.Sms, name);

    private ImmutableArray<string> Texts(ImmutableArray<string> texts) => texts.IsEmpty ? texts : [.. texts.Select(Text)];
}
