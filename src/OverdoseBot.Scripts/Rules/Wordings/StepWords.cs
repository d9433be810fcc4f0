using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>All the words of a step.</summary>
internal static class StepWords
{
    /// <summary>The step's own words and its variants': what may be said on arrival.</summary>
    public static IEnumerable<Wording> Wordings(this Step step) => step.SayWhen.Select(v => v.Wording).Prepend(step.Wording);

    /// <summary>What may be said on arrival, each with its choices.</summary>
    public static IEnumerable<(Wording Wording, ImmutableArray<Choice> Choices)> Arrivals(this Step step) =>
        step.SayWhen.Select(v => (v.Wording, v.Choices ?? step.Choices)).Prepend((step.Wording, step.Choices));

    /// <summary>All choices, variants' included.</summary>
    public static IEnumerable<Choice> AllChoices(this Step step) => step.Choices.Concat(step.SayWhen.SelectMany(v => v.Choices ?? []));

    /// <summary>All words: on arrival, by the clock and on silence.</summary>
    public static IEnumerable<Wording> AllWordings(this Step step) =>
        step.Wordings().Concat(new[] { step.Prompts?.Wording, step.Silence?.Again }.Where(w => w is not null).Select(w => w!));

    /// <summary>All words of an aside.</summary>
    public static IEnumerable<Wording> Wordings(this Aside aside) => aside.SayWhen.Select(v => v.Wording).Prepend(aside.Wording);

    /// <summary>The forms in which a wording is sent, each as its messages and with each set of pieces.</summary>
    public static IEnumerable<(ImmutableArray<string> Texts, Spot? Spot)> Forms(this Wording wording, Library library) =>
        from form in wording.Forms()
        from fact in form.Texts.SelectMany(t => Pieces.In(t, library)).SelectMany(p => p.Rows).Select(r => r.When).Distinct().Prepend("").ToList()
        select (form.Texts.Select(t => Pieces.Fill(t, library, f => f == fact)).ToImmutableArray(), form.Spot);

    /// <summary>The forms as they are written.</summary>
    public static IEnumerable<(ImmutableArray<string> Texts, Spot? Spot)> Forms(this Wording wording)
    {
        yield return (wording.Say, wording.Spot);
        if (!wording.Sms.IsEmpty)
        {
            yield return (wording.Sms, wording.SmsSpot);
        }

        if (wording.Brief is not null)
        {
            yield return ([wording.Brief], wording.BriefSpot);
        }

        if (!wording.Plain.IsEmpty)
        {
            yield return (wording.Plain, wording.PlainSpot);
        }
    }
}
