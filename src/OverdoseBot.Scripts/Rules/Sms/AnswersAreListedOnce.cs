namespace OverdoseBot.Scripts.Rules;

internal sealed class AnswersAreListedOnce() : Rule("OD0045", "An SMS holds one list of answers", "H-06",
    "two lists with different words for one digit make the person stop and compare.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var begins = library.ReplyList.Split("{list}")[0];
        return begins.Trim().Length == 0
            ? []
            : SmsTexts.All(library)
                .Where(s => s.Text.Split(begins).Length > 2)
                .DistinctBy(s => (s.Spot, s.Owner))
                .Select(s => Fault(s.Spot, $"SMS of {s.Owner} can hold two lists of answers: \"{s.Text}\"",
                    "Write the digits in the text, or give the choices an   sms:   label; not both."));
    }
}
