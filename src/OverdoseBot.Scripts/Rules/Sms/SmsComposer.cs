using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Composes SMS with the longest words of some regions, with the calling question and without.</summary>
internal sealed class SmsComposer
{
    private readonly Library _library;
    private readonly Longest _longest;
    private readonly CallWords _asking;
    private readonly CallWords _asked;

    public SmsComposer(Library library, IReadOnlyList<Region> regions)
    {
        (_library, _longest) = (library, new Longest(library, regions));
        _asked = new CallWords(_longest.Fill(library.CallLine.Full), _longest.Fill(library.CallLine.Reminder), null);
        _asking = _asked with { Ask = library.CallLine.Ask };
    }

    public IEnumerable<string> Compose(Front front, CallHeading[] calls, Wording wording, ImmutableArray<Choice> choices, bool listMayGo)
    {
        // Words for a line that these regions do not have are never said there.
        if (front.Aside is { } aside && !_longest.Fills(aside.Wording))
        {
            return [];
        }

        ImmutableArray<Told> told = front.Aside is null ? [] : [front.Aside with { Wording = _longest.Fill(front.Aside.Wording) }];
        var body = _longest.Fill(wording);
        return
            from call in calls
            let heading = new Heading(front.Lead is null ? null : _longest.Fill(front.Lead), call, told)
            from words in call == CallHeading.Full ? [_asking, _asked] : (CallWords[])[_asked]
            from text in SmsForm.Compose(heading, words, body, choices, _library.Digits, _library.ReplyList, listMayGo).Texts
            select text;
    }
}

/// <summary>What stands in front of a step's words, but for the call line.</summary>
/// <param name="Lead">"If they still …", or null.</param>
/// <param name="Aside">An aside, or null.</param>
internal sealed record Front(string? Lead, Told? Aside);
