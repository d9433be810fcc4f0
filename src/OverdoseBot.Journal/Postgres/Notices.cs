using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Postgres;

/// <summary>News of commits as the payload of a NOTIFY: who sends them on the first line, and then one a line. It passes through the server's memory only.</summary>
internal static class Notices
{
    /// <summary>PostgreSQL takes less than 8,000 bytes. The longest id, all of it escaped, fits.</summary>
    public const int Longest = 7_500;

    private static readonly NoticeJson _json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Line(Committed news) => JsonSerializer.Serialize(
        new(news.Conversation, news.Turn, Ticks(news.NextDue), Ticks(news.OutboxDue)), _json.Notice);

    public static string Payload(int from, IEnumerable<string> lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{from}\n{string.Join('\n', lines)}");

    /// <summary>How much of a payload a line takes.</summary>
    public static int Size(string line) => Encoding.UTF8.GetByteCount(line) + 1;

    /// <summary>What others committed. What cannot be read (of a newer program, say) is passed over: a look at the tables finds it.</summary>
    public static IEnumerable<Committed> Read(string payload, int self)
    {
        var lines = payload.Split('\n');
        return lines[0] == self.ToString(CultureInfo.InvariantCulture) ? [] : lines.Skip(1).Select(ReadLine).OfType<Committed>();
    }

    private static Committed? ReadLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, _json.Notice) is { Conversation: not null } notice
                ? new(notice.Conversation, notice.Turn, Time(notice.Due)) { OutboxDue = Time(notice.Outbox) }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Ticks(DateTimeOffset? time) => time is { } at ? Times.StoredDue(at) : null;

    private static DateTimeOffset? Time(long? stored) => stored is { } at ? Times.Loaded(at) : null;
}

/// <summary>One line of the payload.</summary>
internal sealed record Notice(string Conversation, long Turn, long? Due, long? Outbox);

[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
