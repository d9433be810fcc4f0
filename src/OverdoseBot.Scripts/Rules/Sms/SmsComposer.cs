using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Composes the SMS of one region, with the calling question and without.</summary>
internal sealed class SmsComposer
{
    private readonly Library _library;
    private readonly Longest _longest;
    private readonly CallWords _asking;
    private readonly CallWords _asked;

    public SmsComposer(Library library, Region region)
    {
        (_library, _longest) = (library, new Longest(library, region));
        _asked = new CallWords(_longest.Fill(library.CallLine.Full), _longest.Fill(library.CallLine.Reminder), null);
        _asking = _asked with { Ask = library.CallLine.Ask };
    }

    public IEnumerable<string> Compose(string? lead, CallHeading[] calls, Wording? aside, Wording wording, ImmutableArray<Choice> choices)
    {
        ImmutableArray<Told> told = aside is null ? [] : [new Told(_longest.Fill(aside), true)];
        var body = _longest.Fill(wording);
        return
            from call in calls
            let heading = new Heading(lead is null ? null : _longest.Fill(lead), call, told)
            from words in call == CallHeading.Full ? [_asking, _asked] : (CallWords[])[_asked]
            from text in SmsForm.Compose(heading, words, body, choices, _library.Digits, _library.ReplyList).Texts
            select text;
    }
}
