namespace OverdoseBot.Scripts.Rules;

internal sealed class SmsStaysInItsAlphabet() : Rule("OD0026", "Every character of an SMS is in the GSM-7 alphabet", "H-05",
    "one other character makes the whole text cost more than twice the room.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        // What a region fills in is searched too, so that a fault may name the wording and the cause lie in regions.yaml.
        var asked = library.CallLine.Ask.Sms is { } ask ? [(Text: ask, Spot: library.CallLine.Spot, Owner: "the call line")] : Array.Empty<(string Text, Spot? Spot, string Owner)>();
        return SmsTexts.All(library).Select(s => (s.Text, s.Spot, s.Owner)).Concat(asked)
            .Select(s => (s.Spot, s.Owner, Other: s.Text.FirstOrDefault(c => Gsm7.Septets([c]) is null)))
            .Where(s => s.Other != default)
            .Distinct()
            .Select(s => Fault(s.Spot, $"SMS of {s.Owner} holds \"{s.Other}\" (U+{(int)s.Other:X4}), which is not in the GSM-7 alphabet.", "Use plain quotes, hyphens and letters."));
    }
}
