namespace OverdoseBot.Scripts.Rules;

/// <summary>What a carrier filtered is sent once more in these words (wire-protocols.md 5.5, code 30007).</summary>
internal sealed class NamedDrugsHavePlainWords() : Rule("OD0058", "A step whose SMS names a drug can be said without", "H-08",
    "phone companies filter texts that name drugs, and the next step never arrives.")
{
    public override IEnumerable<Fault> Check(Library library) => Steps(library).Concat(Plain(library)).Concat(Handover(library));

    private IEnumerable<Fault> Steps(Library library) =>
        from step in library.AllSteps()
        from wording in step.Wordings()
        where wording.Plain.IsEmpty
        let name = wording.SmsOrSay.Append(wording.Brief).OfType<string>().Select(t => Named(t, library)).FirstOrDefault(n => n is not null)
        where name is not null
        select Fault(wording.SmsSpot ?? wording.Spot, $"SMS of step \"{step.Place.Step}\" names \"{name}\", and there are no words without it.", "Add   plain:   with the same step, no drug named.");

    private IEnumerable<Fault> Plain(Library library) =>
        from step in library.AllSteps()
        from wording in step.Wordings()
        from text in wording.Plain
        let name = Named(text, library)
        where name is not null
        select Fault(wording.PlainSpot, $"The   plain:   words of step \"{step.Place.Step}\" name \"{name}\".", "Say it without: the dose, the spray, the shot.");

    private IEnumerable<Fault> Handover(Library library) =>
        from part in library.Handover
        where part.When != Facts.Product
        let name = new[] { part.Plain ?? part.One, part.Two, part.More }.OfType<string>().Select(t => Named(t, library)).FirstOrDefault(n => n is not null)
        where name is not null && name[0] != '{'
        select Fault(part.Spot, $"The hand-over names \"{name}\", and there are no words without it.", "Add   plain:   with the same part, no drug named.");

    private static string? Named(string text, Library library) =>
        Pieces.AllOf(text, library).Select(t => RuleWords.Of(library).Drugs.Match(t)).FirstOrDefault(m => m.Success)?.Value;
}
