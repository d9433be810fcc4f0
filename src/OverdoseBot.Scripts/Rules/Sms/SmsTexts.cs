using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Every SMS that a library can send, composed as the bot composes it and filled with the longest words of a region.</summary>
internal static class SmsTexts
{
    private static readonly ImmutableArray<Choice> NoChoices = [];

    /// <summary>An SMS and where its words are written.</summary>
    public sealed record Sms(string Text, Spot? Spot, string Owner);

    public static IEnumerable<Sms> All(Library library)
    {
        foreach (var region in library.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var composer = new SmsComposer(library, region);
            foreach (var sms in library.AllSteps().SelectMany(s => OfStep(library, s, composer)).Concat(Others(library, composer)))
            {
                yield return sms;
            }
        }
    }

    private static IEnumerable<Sms> OfStep(Library library, Step step, SmsComposer composer)
    {
        var owner = $"step \"{step.Place.Step}\"";
        var calls = Calls(library, step);
        var leads = library.AllSteps().Where(s => library.SameStep(s.Silence?.Then.Lands(), step.Place)).Select(s => (string?)s.Silence!.Lead).Distinct().Prepend(null).ToList();
        var joined = library.Asides.Values.Where(a => a.Joined).SelectMany(a => a.Wordings()).ToList();
        foreach (var (wording, choices) in step.Arrivals())
        {
            foreach (var text in leads.SelectMany(l => composer.Compose(l, calls, null, wording, choices))
                .Concat(joined.SelectMany(a => composer.Compose(null, calls, a, wording, choices))))
            {
                yield return new Sms(text, wording.SmsSpot ?? wording.Spot, owner);
            }
        }

        if (step.Silence is { } silence)
        {
            foreach (var text in composer.Compose(silence.Lead, calls, null, silence.Again, step.Choices))
            {
                yield return new Sms(text, silence.Again.SmsSpot ?? silence.Again.Spot, $"the repeat of {owner}");
            }
        }

        if (step.Prompts?.Wording is { } prompt)
        {
            foreach (var text in composer.Compose(null, calls, null, prompt, NoChoices))
            {
                yield return new Sms(text, prompt.SmsSpot ?? prompt.Spot, $"a prompt of {owner}");
            }
        }

        if (step.How is { } how)
        {
            foreach (var text in composer.Compose(null, calls, null, new Wording([how], [], null), NoChoices))
            {
                yield return new Sms(text, step.Spot, $"\"how\" of {owner}");
            }
        }
    }

    private static IEnumerable<Sms> Others(Library library, SmsComposer composer)
    {
        foreach (var aside in library.Asides.Values.OrderBy(a => a.Spot.Line))
        {
            foreach (var wording in aside.Wordings())
            {
                foreach (var text in composer.Compose(null, [CallHeading.None], null, wording, NoChoices))
                {
                    yield return new Sms(text, wording.SmsSpot ?? wording.Spot, $"aside \"{aside.Name}\"");
                }
            }
        }

        foreach (var text in composer.Compose(null, [CallHeading.None], null, library.Case.Ending, NoChoices))
        {
            yield return new Sms(text, library.Case.Ending.Spot, "the ending of a case");
        }
    }

    private static CallHeading[] Calls(Library library, Step step) =>
        library.CallKinds.Contains(step.Kind) && !step.SaysCall ? [CallHeading.None, CallHeading.Reminder, CallHeading.Full] : [CallHeading.None];
}
