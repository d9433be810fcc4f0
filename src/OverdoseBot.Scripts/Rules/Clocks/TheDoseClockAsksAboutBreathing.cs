namespace OverdoseBot.Scripts.Rules;

/// <summary>Safety rule 7 (ARCHITECTURE section 7).</summary>
internal sealed class TheDoseClockAsksAboutBreathing() : Rule("OD0043", "The clock after a dose asks about breathing, never about waking, at two minutes", "H-15",
    "the next dose is for breath; dosing until someone wakes harms, and waiting longer kills.")
{
    private static readonly TimeSpan Due = TimeSpan.FromMinutes(2);

    public override IEnumerable<Fault> Check(Library library)
    {
        var words = RuleWords.Of(library);
        foreach (var alarm in library.InOrder().SelectMany(s => s.Alarms).Where(a => a.Since.Contains("dose")))
        {
            if (alarm.At != Due)
            {
                yield return Fault(alarm.Spot, $"The clock \"{alarm.Name}\" does not ring two minutes after a dose.", "Write   at: 2m   .");
            }

            foreach (var (texts, spot) in library.Find(alarm.Step)?.Wordings().SelectMany(w => w.Forms(library)) ?? [])
            {
                var text = string.Join(' ', texts);
                if (!words.Breathing.IsMatch(text))
                {
                    yield return Fault(spot, $"\"{alarm.Step}\" comes two minutes after a dose but does not ask about breathing.", "Ask whether the breathing is normal.");
                }

                if (words.Waking.IsMatch(text))
                {
                    yield return Fault(spot, $"\"{alarm.Step}\" comes two minutes after a dose and speaks of waking.", "Ask about breathing only.");
                }
            }
        }
    }
}
