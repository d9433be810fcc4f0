using System.Text;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Bytes to text: UTF-8 with or without its mark, no tabs, not empty, of a size that a person could have written.</summary>
internal static class FileText
{
    /// <summary>A thousand times a long dialog would be a mistake, not a script.</summary>
    public const int MostBytes = 512 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Of(ScriptFile file, FaultList faults)
    {
        void Refuse(int line, int column, string message, string remedy) =>
            faults.Add(ReadingRules.File, new Spot(file.Path, line, column), message, remedy);

        if (file.Content is not { } bytes)
        {
            Refuse(1, 1, "This file cannot be opened.", "Check that it exists and may be read.");
            return null;
        }

        if (bytes.Length > MostBytes)
        {
            Refuse(1, 1, $"This file is larger than {MostBytes / 1024} KB.", "Put each dialog in a file of its own.");
            return null;
        }

        var text = Decode(bytes.Span, out var badLine);
        if (text is null)
        {
            Refuse(badLine, 1, "This file is not UTF-8 text.", "Save it again with the encoding UTF-8.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(1, 1, "This file is empty.", "Write it or delete it.");
            return null;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].AsSpan().IndexOfAnyInRange('\0', '\u001f');
            if (at >= 0 && !(lines[i][at] == '\r' && at == lines[i].Length - 1))
            {
                var tab = lines[i][at] == '\t';
                Refuse(i + 1, at + 1, tab ? "There is a tab here." : "There is a character here that cannot be seen.", tab ? "Use spaces." : "Delete it.");
                return null;
            }
        }

        return text;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, out int badLine)
    {
        badLine = 1;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            badLine = 1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n');
            return null;
        }
    }
}
