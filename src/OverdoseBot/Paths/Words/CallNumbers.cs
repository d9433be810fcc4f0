using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Which numbers a text tells to call.</summary>
internal static class CallNumbers
{
    /// <summary>True when a message begins with that: after the words of silence, if it has them.</summary>
    public static bool Heads(string text, Scene scene)
    {
        var behind = text.IndexOf(": ", StringComparison.Ordinal);
        var head = text.StartsWith(CareWords.Of(scene.Language).IfTheyStill, StringComparison.Ordinal) && behind > 0 ? text[(behind + 2)..] : text;
        return In(head, scene).Any(n => n is { Index: 0, Right: true });
    }

    /// <summary>Every number that is told to be called; where nobody knows the place, the list of the first message is its number.</summary>
    public static IEnumerable<(int Index, string Number, bool Right)> In(string text, Scene scene)
    {
        // SMS folds the letters that it cannot carry.
        var (emergency, first, plain) = (Gsm7.Fold(scene.Emergency), Gsm7.Fold(scene.FirstEmergency), Gsm7.Fold(text));
        foreach (var line in scene.Library.Lines.Where(l => l.Region == scene.Region.Id))
        {
            plain = plain.Replace(Gsm7.Fold(line.Reach), "", StringComparison.Ordinal);
        }

        plain = plain.Replace(first, emergency, StringComparison.Ordinal);
        return CareWords.Of(scene.Language).Call.Matches(plain)
            .Select(m => (m.Index, m.Groups["to"].Value, string.Equals(m.Groups["to"].Value, emergency, StringComparison.OrdinalIgnoreCase)));
    }
}
