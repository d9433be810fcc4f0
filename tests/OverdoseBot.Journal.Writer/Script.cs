using System.Globalization;
using System.Text;

namespace OverdoseBot.Journal.Writer;

/// <summary>What the writer writes: everything follows from the conversation and the turn, so that the test can tell what must be there.</summary>
public static class Script
{
    public const int Conversations = 24;

    public static string Conversation(int number) => string.Create(CultureInfo.InvariantCulture, $"kill-{number}");

    public static string Key(string conversation, long turn) => string.Create(CultureInfo.InvariantCulture, $"{conversation}/in/{turn}");

    public static string Inbound(string conversation, long turn) => string.Create(CultureInfo.InvariantCulture, $$"""{"text":"{{conversation}} says {{turn}}"}""");

    /// <summary>One to three replies, some of them larger than a database page.</summary>
    public static string[] Outgoing(string conversation, long turn) =>
        [.. Enumerable.Range(0, 1 + (int)(turn % 3)).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{conversation} turn {turn} reply {i} {new string('x', (int)(turn % 7) * 1_000)}"))];

    /// <summary>Every fifth turn clears the alarm.</summary>
    public static DateTimeOffset? NextDue(long turn) => turn % 5 == 0 ? null : DateTimeOffset.UnixEpoch.AddMinutes(turn);

    /// <summary>Every twentieth turn leaves two messages.</summary>
    public static OutboxEntry[] Outbox(string conversation, long turn) => turn % 20 != 0 ? [] :
    [
        new("sms", string.Create(CultureInfo.InvariantCulture, $"{conversation} {turn} first")),
        new("sms", string.Create(CultureInfo.InvariantCulture, $"{conversation} {turn} second")),
    ];

    public static byte[] Record(string conversation, long turn) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{turn}|{conversation}"));

    public static long TurnOf(ReadOnlyMemory<byte>? record) =>
        record is { } bytes ? long.Parse(Encoding.UTF8.GetString(bytes.Span).Split('|')[0], CultureInfo.InvariantCulture) : 0;
}
