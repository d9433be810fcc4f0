namespace OverdoseBot.Paths;

/// <summary>Rule 9, the mark.</summary>
internal sealed class PracticeIsMarked : Invariant
{
    public override string Number => "9a";

    public override string Title => "every message of a practice says so, and none tells anybody to call";

    public override bool? InPractice => true;

    public override bool Applies(Edge edge) => !edge.Sent.IsEmpty;

    public override string? Check(Edge edge)
    {
        var (drills, line) = (edge.Scene.Library.Drills!, edge.Scene.Library.CallLine);
        var real = new[] { line.Full, line.Reminder }.Select(t => t.Replace("{emergency}", edge.Scene.Emergency, StringComparison.Ordinal)).ToArray();
        foreach (var sent in edge.Sent.Where(s => s.Step != drills.After.ToString() || s.Kind == "drill"))
        {
            if (sent.Kind != "drill" || !sent.Text.StartsWith(drills.Marker, StringComparison.Ordinal))
            {
                return $"a message of {sent.Step} in a practice is not marked";
            }

            if (Array.Find(real, r => sent.Text.Contains(r, StringComparison.Ordinal)) is { } call)
            {
                return $"a message of {sent.Step} in a practice says: {call}";
            }
        }

        return null;
    }
}
