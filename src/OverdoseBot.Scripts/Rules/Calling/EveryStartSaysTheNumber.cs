namespace OverdoseBot.Scripts.Rules;

internal sealed class EveryStartSaysTheNumber() : Rule("OD0023", "Every start says the emergency number, and the first of all says when", "H-04",
    "the first message may be the only one that is read.")
{
    private static readonly string[] When = ["wake", "breath"];

    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var script in library.InOrder().Where(s => s.Within is null))
        {
            var step = library.Find(script.Start);
            foreach (var (texts, spot) in (step?.Wordings() ?? []).SelectMany(w => w.Forms(library)))
            {
                var text = string.Join(' ', texts);
                if (!CallWord.In(text))
                {
                    yield return Fault(spot, $"The start of dialog \"{script.Dialog}\" does not say to call {{emergency}}.", "Say   call {emergency}   in it.");
                }
                else if (script.Dialog == Graph.Root && When.FirstOrDefault(w => !text.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } missing)
                {
                    yield return Fault(spot, $"The first message does not say when to call: \"{missing}\" is not in it.", "Say that someone will not wake up or is not breathing right.");
                }
            }
        }
    }
}
