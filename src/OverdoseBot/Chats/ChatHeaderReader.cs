using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Chats;

/// <summary>Reads the header of a plan: words in pairs.</summary>
internal static class ChatHeaderReader
{
    private static readonly string[] _known = ["dialog", "region", "language", "device", "zone", "saved", "hub"];

    public static ChatHeader Read(string line, string file, int number)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pairs = words.Chunk(2).ToList();
        if (pairs.Find(p => p.Length < 2 || !_known.Contains(p[0])) is { } odd)
        {
            throw new ChatPlanException(file, number, $"\"{odd[0]}\" does not belong here. The header has pairs of: {string.Join(", ", _known)}.");
        }

        string? Value(string key) => pairs.Find(p => p[0] == key)?[1];
        try
        {
            return new ChatHeader(
                line,
                Value("dialog") ?? "respond",
                (Value("region") ?? "US").ToLowerInvariant(),
                Value("language") ?? "en",
                Value("zone") is { } zone ? Zone(zone) : TimeSpan.Zero,
                Value("saved") is { } saved ? [.. saved.Split(',').Select(Place.Parse)] : [])
            { Hub = Value("hub") == "yes" };
        }
        catch (FormatException error)
        {
            throw new ChatPlanException(file, number, error.Message);
        }
    }

    private static TimeSpan Zone(string text)
    {
        var span = TimeSpan.ParseExact(text.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -span : span;
    }
}
