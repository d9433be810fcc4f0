namespace OverdoseBot.Scripts.Rules;

/// <summary>One text that a person may read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Spot">Where it is written.</param>
/// <param name="Owner">Whose it is, for messages: <c>step "wake"</c>.</param>
/// <param name="Label">True for what a button says: it is the person's voice, not the bot's.</param>
/// <param name="Step">The step, if it is one's.</param>
internal sealed record Said(string Text, Spot? Spot, string Owner, bool Label, Step? Step)
{
    /// <summary>The owner of what <c>drills.yaml</c> says.</summary>
    public const string Practice = "a practice";

    /// <summary>How the owner of a word of <c>words/</c> begins; its key follows.</summary>
    public const string Words = "the words ";

    /// <summary>Everything that the library can say, with each set of pieces.</summary>
    public static IEnumerable<Said> All(Library library) =>
        Written(library).SelectMany(said => Pieces.AllOf(said.Text, library).Select(text => said with { Text = text }));

    /// <summary>Everything that the library can say, as it is written.</summary>
    public static IEnumerable<Said> Written(Library library)
    {
        var steps = library.AllSteps().SelectMany(Of);
        var asides = library.Asides.Values.OrderBy(a => a.Spot.Line)
            .SelectMany(a => a.Wordings().SelectMany(w => Texts(w, $"aside \"{a.Name}\"", null)));
        return steps.Concat(asides).Concat(Shared(library)).Concat(library.Drills is { } drills ? Of(drills) : []).Concat(Around(library));
    }

    // Words of pages, paper and channels. Where each stands in its file is known no more.
    private static IEnumerable<Said> Around(Library library) => library.Words.OrderBy(w => w.Key, StringComparer.Ordinal)
        .Select(w => new Said(w.Value, new Spot($"words/{library.Language}.yaml", 1, 1), $"{Words}\"{w.Key}\"", false, null));

    private static IEnumerable<Said> Of(Drills drills)
    {
        var whole = new[] { drills.Marker, drills.Emergency, drills.CallLine.Full, drills.CallLine.Reminder }.Select(t => new Said(t, drills.Spot, Practice, false, null));
        var goals = drills.Goals.Values.OrderBy(g => g.Spot.Line).SelectMany(g => new[] { g.Met, g.Missed }.Select(t => new Said(t, g.Spot, Practice, false, null)));
        var scenes = drills.Scenarios.SelectMany(s => s.Scenes.Select(v => v.Wording).Prepend(s.Wording).SelectMany(w => Texts(w, Practice, null)));
        return [.. whole, .. new[] { drills.Doubt, drills.Score, drills.Advice }.SelectMany(w => Texts(w, Practice, null)), .. goals, .. scenes];
    }

    private static IEnumerable<Said> Of(Step step)
    {
        var owner = $"step \"{step.Place.Step}\"";
        var texts = step.AllWordings().SelectMany(w => Texts(w, owner, step));
        var lines = new[] { step.How, step.Silence?.Lead }.Where(t => t is not null).Select(t => new Said(t!, step.Spot, owner, false, step));
        return texts.Concat(lines).Concat(step.AllChoices().SelectMany(c => Labels(c, owner, step)));
    }

    private static IEnumerable<Said> Shared(Library library)
    {
        var call = library.CallLine;
        foreach (var text in new[] { call.Full, call.Reminder })
        {
            yield return new Said(text, call.Spot, "the call line", false, null);
        }

        foreach (var said in Labels(call.Ask, "the call line", null).Concat(Texts(library.Case.Ending, "the ending of a case", null)))
        {
            yield return said;
        }

        yield return new Said(library.ReplyList, library.Spots.GetValueOrDefault("reply-list"), "the reply list", false, null);
        foreach (var part in library.Handover)
        {
            foreach (var text in new[] { part.One, part.Two, part.More, part.Plain }.Where(t => t is not null))
            {
                yield return new Said(text!, part.Spot, "the hand-over", false, null);
            }
        }

        foreach (var region in library.Regions.Values)
        {
            foreach (var text in new[] { region.Law, region.Text, region.Credit, region.First, region.FirstSms, region.Name }.Where(t => t.Length > 0).Distinct())
            {
                yield return new Said(text, region.Spot, $"region \"{region.Id}\"", false, null);
            }
        }

        foreach (var product in library.Products.Values.OrderBy(p => p.Spot.Line))
        {
            foreach (var text in new[] { product.Name, product.Dose, product.Who, product.Next, product.Site, product.Note, product.Storage, product.Life }.Where(t => t.Length > 0))
            {
                yield return new Said(text, product.Spot, $"product \"{product.Id}\"", false, null);
            }
        }

        foreach (var line in library.Lines)
        {
            yield return new Said($"{line.Name}. {line.Who}. {line.Hours}. {line.Goes}.", line.Spot, $"line \"{line.Id}\"", false, null);
        }
    }

    private static IEnumerable<Said> Texts(Wording wording, string owner, Step? step) =>
        wording.Forms().SelectMany(f => f.Texts.Select(t => new Said(t, f.Spot, owner, false, step)));

    private static IEnumerable<Said> Labels(Choice choice, string owner, Step? step) =>
        new[] { choice.Web, choice.Sms }.Where(l => l is not null).Select(l => new Said(l!, choice.Spot, owner, true, step));
}
