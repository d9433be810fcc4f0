using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OverdoseBot.Journal;
using OverdoseBot.Replicas.Tests.Given;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>A turn of a clock: when it was due and when it rang.</summary>
internal sealed record Ring(string Conversation, DateTimeOffset Due, DateTimeOffset At);

/// <summary>What the journal kept, read with its own library, and names worked out anew, not by the channel's own code.</summary>
internal static class Histories
{
    private const string Clock = "clock/";
    private static readonly byte[] _names = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Settings.Key), "sms conversations"u8);

    /// <summary>The conversation of somebody who texts.</summary>
    public static string Conversation(TextPerson person) => "sms-" + Hash($"{person.To}\n{person.From}");

    /// <summary>The key of a text.</summary>
    public static string Key(string sid) => "sms-sid/" + Hash(sid);

    public static bool IsRing(LoggedTurn turn) => turn.InboundKey.StartsWith(Clock, StringComparison.Ordinal);

    public static Ring RingOf(string conversation, LoggedTurn turn) =>
        new(conversation, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(turn.InboundKey.AsSpan(Clock.Length), CultureInfo.InvariantCulture)), turn.At);

    /// <summary>The ids and texts of a turn's replies.</summary>
    public static IReadOnlyList<(string Id, string Text)> Replies(LoggedTurn turn) => [.. turn.Outgoing.Select(json =>
    {
        using var reply = JsonDocument.Parse(json);
        return (reply.RootElement.GetProperty("id").GetString()!, reply.RootElement.TryGetProperty("text", out var text) ? text.GetString()! : string.Empty);
    })];

    /// <summary>The conversation and the message that a request to the Messages API is about: both stand in its callback.</summary>
    public static (string Conversation, string Message) About(ApiRequest request)
    {
        var about = new Uri(request["StatusCallback"]).Query["?m=".Length..];
        return (about[..about.IndexOf('.', StringComparison.Ordinal)], about[(about.IndexOf('.', StringComparison.Ordinal) + 1)..]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_names, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
