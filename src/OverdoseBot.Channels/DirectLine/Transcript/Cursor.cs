using System.Globalization;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// How far a client has read: a watermark. It carries the last timestamp given out, so that the next ones are later, and so that a
/// watermark from before a conversation was forgotten is told apart from one of its successor.
/// </summary>
/// <param name="Turn">The last turn read; 0: none.</param>
/// <param name="Stamp">The last timestamp given out, in Unix milliseconds.</param>
internal readonly record struct Cursor(long Turn, long Stamp)
{
    /// <summary>Before everything.</summary>
    public static readonly Cursor Start = new(0, 0);

    /// <summary>Reads a watermark; one that is missing, empty or not ours means everything (wire-protocols.md 3.6, DL-15).</summary>
    public static Cursor Parse(string? watermark)
    {
        var dot = watermark?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0
            && long.TryParse(watermark.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            && long.TryParse(watermark.AsSpan(dot + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var stamp)
            && turn > 0 && stamp is > 0 and < 253_402_300_799_000
            ? new Cursor(turn, stamp)
            : Start;
    }

    /// <summary>The watermark: a string that needs no escaping in a query.</summary>
    public override string ToString() => Turn == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Turn}.{Stamp:x}");
}
