using System.Runtime.CompilerServices;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Every SMS that a library can send, composed as the bot composes it and filled with the longest words of any of some regions.</summary>
internal static class SmsTexts
{
    private static readonly Wording Nothing = new([], [], null);
    private static readonly ConditionalWeakTable<Library, IReadOnlyList<Sms>> _composed = [];

    /// <summary>An SMS and where its words are written.</summary>
    public sealed record Sms(string Text, Spot? Spot, string Owner);

    /// <summary>All of them. Several rules read them and composing them takes a good part of a start, so that they are kept until <see cref="Forget"/>.</summary>
    public static IReadOnlyList<Sms> All(Library library) => _composed.GetValue(library, composed => [.. Compose(composed)]);

    /// <summary>Once the rules have read them nobody needs them: they are megabytes.</summary>
    public static void Forget(Library library) => _composed.Remove(library);

    private static IEnumerable<Sms> Compose(Library library)
    {
        foreach (var (key, words) in library.Words.Where(w => w.Key.StartsWith("sms.", StringComparison.Ordinal)).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            yield return new Sms(Gsm7.Fold(words), null, $"the words \"{key}\"");
        }

        // Regions whose number is said in as many letters differ in nothing that stands in front of a step.
        foreach (var regions in library.Regions.Values.GroupBy(r => r.Emergency.Length).OrderBy(g => g.Key))
        {
            var composer = new SmsComposer(library, [.. regions]);
            var steps = library.AllSteps().SelectMany(s => OnArrival(library, s, composer).Concat(Later(library, s, composer)));
            var told = library.AllMoves().Where(m => m.Move.Tell is not null && library.Asides.ContainsKey(m.Move.Tell)).SelectMany(m => Told(library, m, composer));
            var handOff = HandOffAsides.All.Select(library.Asides.GetValueOrDefault).OfType<Aside>().SelectMany(a => Beside(a, composer));
            foreach (var sms in steps.Concat(told).Concat(handOff))
            {
                yield return sms;
            }
        }
    }

    /// <summary>The step itself: bare, behind each "If they still" that leads to it, and behind each aside that must join it.</summary>
    private static IEnumerable<Sms> OnArrival(Library library, Step step, SmsComposer composer)
    {
        var leads = library.AllSteps().Where(s => library.SameStep(s.Silence?.Then.Lands(), step.Place)).Select(s => s.Silence!.Lead).Distinct();
        var fronts = leads.Select(l => new Front(l, null)).Prepend(new Front(null, null))
            .Concat(library.Asides.Values.Where(a => a.Joined).SelectMany(a => a.Wordings()).Select(w => new Front(null, new Told(w, true)))).ToList();
        return
            from arrival in step.Arrivals().Concat(step.Arrivals().Where(a => !a.Wording.Plain.IsEmpty).Select(a => (Wording: a.Wording.AsPlain, a.Choices)))
            from front in fronts
            from text in composer.Compose(front, Calls(library, step), arrival.Wording, arrival.Choices, listMayGo: false)
            select new Sms(text, arrival.Wording.SmsSpot ?? arrival.Wording.Spot, Owner(step));
    }

    /// <summary>What comes while the step waits: the question once more, prompts, the one line of "how", the ending of a case.</summary>
    private static IEnumerable<Sms> Later(Library library, Step step, SmsComposer composer)
    {
        (Wording? Wording, string? Lead, Spot? Spot, string Owner)[] all =
        [
            (step.Silence?.Again, step.Silence?.Lead, null, $"the repeat of {Owner(step)}"),
            (step.Prompts?.Wording, null, null, $"a prompt of {Owner(step)}"),
            (step.How is null ? null : new Wording([step.How], [], null), null, step.Spot, $"\"how\" of {Owner(step)}"),
            (library.Case.Ending, null, null, "the ending of a case"),
        ];
        return
            from later in all
            where later.Wording is not null
            from choices in step.Arrivals().Select(a => a.Choices).Distinct()
            from text in composer.Compose(new Front(later.Lead, null), Headed(library, step), later.Wording!, choices, listMayGo: later.Lead is null)
            select new Sms(text, later.Spot ?? later.Wording!.SmsSpot ?? later.Wording.Spot, later.Owner);
    }

    /// <summary>
    /// Asides. One that rests stands before the choices alone; one that does not fit in front of a step goes behind it by itself, so that
    /// only its own length matters, or ahead of it with the short call line; one that must join the step is composed with it above.
    /// </summary>
    private static IEnumerable<Sms> Told(Library library, Made made, SmsComposer composer) =>
        from wording in library.Asides[made.Move.Tell!].Wordings()
        let aside = library.Asides[made.Move.Tell!]
        let front = new Front(null, new Told(wording, aside.Joined, aside.Ahead))
        from text in made.Move.Kind == MoveKind.Rest
            ? Here(library, made).SelectMany(s => composer.Compose(front, Calls(library, s), Nothing, s.Choices, listMayGo: true))
            : composer.Compose(front, aside.Ahead ? [CallHeading.None, CallHeading.Reminder] : [CallHeading.None], Nothing, [], listMayGo: true)
        select new Sms(text, wording.SmsSpot ?? wording.Spot, $"aside \"{made.Move.Tell}\"");

    /// <summary>What the hand-off to a person says comes alone too, headed by the call line.</summary>
    private static IEnumerable<Sms> Beside(Aside aside, SmsComposer composer) =>
        from wording in aside.Wordings()
        from text in composer.Compose(new Front(null, new Told(wording, Joined: true)), [CallHeading.None, CallHeading.Reminder], Nothing, [], listMayGo: true)
        select new Sms(text, wording.SmsSpot ?? wording.Spot, $"aside \"{aside.Name}\"");

    /// <summary>The step a move is written in; of <c>first</c> and <c>always</c>, every step that hears it.</summary>
    private static List<Step> Here(Library library, Made made) => made.Step is { } step
        ? [step]
        : [.. library.InOrder().Where(s => library.Everywhere(s).Any(a => ReferenceEquals(a.Move, made.Move))).SelectMany(s => s.Steps)];

    private static string Owner(Step step) => $"step \"{step.Place.Step}\"";

    private static CallHeading[] Calls(Library library, Step step) => step.SaysCall ? [CallHeading.None] : Headed(library, step);

    // A step that says the number itself says it on arrival; what comes later is headed by the call line as everywhere.
    private static CallHeading[] Headed(Library library, Step step) =>
        library.CallKinds.Contains(step.Kind) ? [CallHeading.None, CallHeading.Reminder, CallHeading.Full] : [CallHeading.None];
}
