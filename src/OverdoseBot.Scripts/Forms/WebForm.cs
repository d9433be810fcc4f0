using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>The web form: cards, with the choices as buttons of the last.</summary>
public static class WebForm
{
    /// <summary>Puts the heading in front of the first card.</summary>
    public static Composed Compose(Heading heading, CallWords call, Wording wording, ImmutableArray<Choice> choices)
    {
        var asks = heading.Call == CallHeading.Full && call.Ask is not null && choices.All(c => c.Answer != call.Ask.Answer);
        var front = Join(
            [heading.Lead, CallText(heading.Call, call), .. heading.Asides.Select(a => a.Wording.Say[0])]);
        var texts = wording.Say.IsEmpty ? [front] : wording.Say.SetItem(0, Join([front, wording.Say[0]]));
        return new Composed(texts, asks ? choices.Add(call.Ask!) : choices, asks);
    }

    private static string? CallText(CallHeading heading, CallWords call) => heading switch
    {
        CallHeading.Full => call.Full,
        CallHeading.Reminder => call.Reminder,
        _ => null,
    };

    private static string Join(IEnumerable<string?> parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));
}
