namespace OverdoseBot.Scripts.Rules;

internal sealed class SmsFitsOneSegment() : Rule("OD0025", "Every SMS fits one segment, with all that can stand in front", "H-05",
    "parts of a long text come late, in the wrong order or not at all.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        SmsTexts.All(library)
            .Select(s => (Sms: s, Septets: Gsm7.Septets(s.Text) ?? 0))
            .Where(s => s.Septets > Gsm7.SingleSegment)
            .GroupBy(s => (s.Sms.Spot, s.Sms.Owner))
            .Select(g => g.MaxBy(s => s.Septets))
            .Select(s => Fault(s.Sms.Spot, $"SMS of {s.Sms.Owner} can be {s.Septets} characters of {Gsm7.SingleSegment}: \"{s.Sms.Text}\"",
                $"Shorten it, or its   brief:   , by {s.Septets - Gsm7.SingleSegment}."));
}
