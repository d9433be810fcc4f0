namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// Every step of an emergency is headed by the call line or says the number itself (OD0022); here it stands before anything else that is
/// to be done, so that on every path the number comes first.
/// </summary>
internal sealed class TheNumberStandsFirst() : Rule("OD0054", "A step that says the number itself says it before any other action", "H-04",
    "what stands first is done first, and the rest may never be read.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var words = RuleWords.Of(library);
        return
            from step in library.AllSteps()
            where step.SaysCall
            from form in step.Wordings().SelectMany(w => w.Forms(library))
            let call = words.Call.Match(form.Texts[0])
            where call.Success
            let action = Sentences(form.Texts[0][..call.Index]).FirstOrDefault(s => !words.Condition.IsMatch(s))
            where action is not null
            select Fault(form.Spot, $"Step \"{step.Place.Step}\" says \"{action}\" before the number.", $"Begin with   {words.CallShown}   ; only a condition may stand in front.");
    }

    /// <summary>Whole sentences in front of the one that says the number, and the beginning of that one.</summary>
    private static IEnumerable<string> Sentences(string before)
    {
        var from = 0;
        for (var at = 0; at < before.Length; at++)
        {
            if (before[at] is '.' or '?' or '!' or ':')
            {
                yield return before[from..(at + 1)].Trim();
                from = at + 1;
            }
        }

        if (before[from..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }
}
