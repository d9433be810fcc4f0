namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// One action, short lines (clinical.md 9). A text may have a shorter form for when something stands in front (OD0025 holds the two
/// together); alone it must fit all the same, or it is never sent.
/// </summary>
internal sealed class TextsAreShort() : Rule("OD0073", "A card fits a small screen, a text fits one SMS, a label fits its button", "H-10",
    "what has to be scrolled or comes in parts is not read with both hands busy.")
{
    /// <summary>Characters of a card: eight lines of 25 on the smallest phone.</summary>
    private const int Card = 200;

    /// <summary>Characters of a button: two lines.</summary>
    private const int Label = 48;

    /// <summary>Characters of what a region puts into a text.</summary>
    private const int Part = 100;

    public override IEnumerable<Fault> Check(Library library)
    {
        var regions = library.Regions.Values.Select(r => new Longest(library, [r])).ToList();
        foreach (var (text, spot, owner, most) in Texts(library))
        {
            // In some region the longer form must be of use.
            var room = most == Gsm7.SingleSegment ? most : (int)(most * RuleWords.Of(library).Length);
            var length = most == Gsm7.SingleSegment ? regions.Min(r => Gsm7.Septets(Gsm7.Fold(r.Fill(text))) ?? 0) : Pieces.Longest(text, library).Length;
            if (length > room)
            {
                yield return Fault(spot, $"A text of {owner} can be {length} characters of {room}: \"{text}\"", $"Shorten it by {length - room}, or make two of it.");
            }
        }
    }

    private static IEnumerable<(string Text, Spot? Spot, string Owner, int Most)> Texts(Library library)
    {
        var steps = library.AllSteps().Select(s => (Owner: $"step \"{s.Place.Step}\"", Words: s.AllWordings(), s.How, Lead: s.Silence?.Lead, s.Spot, Choices: s.AllChoices()));
        var asides = library.Asides.Values.OrderBy(a => a.Spot.Line)
            .Select(a => (Owner: $"aside \"{a.Name}\"", Words: a.Wordings(), How: (string?)null, Lead: (string?)null, a.Spot, Choices: Enumerable.Empty<Choice>()));
        foreach (var (owner, words, how, lead, spot, choices) in steps.Concat(asides))
        {
            foreach (var wording in words)
            {
                foreach (var text in wording.Say)
                {
                    yield return (text, wording.Spot, owner, Card);
                }

                foreach (var text in wording.Brief is { } brief ? wording.Sms.Add(brief) : wording.Sms)
                {
                    yield return (text, wording.SmsSpot, owner, Gsm7.SingleSegment);
                }
            }

            foreach (var text in new[] { how, lead }.OfType<string>())
            {
                yield return (text, spot, owner, Card);
            }

            foreach (var choice in choices)
            {
                yield return (choice.Web, choice.Spot, owner, Label);
            }
        }

        var call = library.CallLine;
        foreach (var text in new[] { call.Full, call.Reminder, call.Ask.Web, call.Ask.Sms }.OfType<string>())
        {
            yield return (text, call.Spot, "the call line", Label);
        }

        foreach (var region in library.Regions.Values)
        {
            foreach (var text in new[] { region.Law, region.Text, region.Credit, region.First })
            {
                yield return (text, region.Spot, $"region \"{region.Id}\"", Part);
            }
        }
    }
}
