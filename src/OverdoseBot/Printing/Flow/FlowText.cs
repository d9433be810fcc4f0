namespace OverdoseBot.Printing.Flow;

/// <summary>Breaks words into lines: SVG has no lines of its own.</summary>
internal static class FlowText
{
    /// <summary>Characters on a line of a box at its type size.</summary>
    public const int LineLength = 33;

    /// <summary>Lines of at most <see cref="LineLength"/> characters, unless one word is longer.</summary>
    public static List<string> Lines(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > LineLength)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return lines;
    }

    /// <summary>A row's lines.</summary>
    public static List<string> Lines(FlowRow row) => Lines($"{string.Join(", ", row.Words)} → {row.Leads}");
}
