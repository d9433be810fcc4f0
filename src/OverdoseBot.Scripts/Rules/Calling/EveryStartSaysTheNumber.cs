using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

internal sealed class EveryStartSaysTheNumber() : Rule("OD0023", "Every start says the emergency number, and the first of all says when", "H-04",
    "the first message may be the only one that is read.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var words = RuleWords.Of(library);
        (string About, Regex Words)[] when = [("waking", words.Waking), ("breathing", words.Breathing)];
        foreach (var script in library.InOrder().Where(s => s.Within is null))
        {
            var step = library.Find(script.Start);
            foreach (var (texts, spot) in (step?.Wordings() ?? []).SelectMany(w => w.Forms(library)))
            {
                var text = string.Join(' ', texts);
                if (!words.Call.IsMatch(text))
                {
                    yield return Fault(spot, $"The start of dialog \"{script.Dialog}\" does not say to call {{emergency}}.", $"Say   {words.CallShown}   in it.");
                }
                else if (script.Dialog == Graph.Root && when.FirstOrDefault(w => !w.Words.IsMatch(text)) is { About: { } missing })
                {
                    yield return Fault(spot, $"The first message does not say when to call: nothing in it is about {missing}.", "Say that someone will not wake up or is not breathing right.");
                }
            }
        }
    }
}
