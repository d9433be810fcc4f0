using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace OverdoseBot.Channels;

/// <summary>Activities as JSON with the Bot Framework's own names (wire-protocols.md 1.1).</summary>
public static class ActivityJson
{
    // What a thread keeps between two activities: far more than the bot says, and little enough to keep.
    private const int MostKept = 32 * 1_024;

    // One for all: to make one costs as much as a short activity does.
    private static readonly JsonSerializer _serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = 64,
        // Text that looks like a date stays the text it was: what a client put into its channelData comes back unchanged.
        DateParseHandling = DateParseHandling.None,
        CheckAdditionalContent = true,
    });

    [ThreadStatic]
    private static StringBuilder? _text;

    /// <summary>Writes an activity, compact, without nulls.</summary>
    public static string Write(Activity activity)
    {
        var text = _text ?? new StringBuilder(2 * 1_024);
        // Whoever writes one while another is written (a property that does so itself) has a text of its own.
        _text = null;
        using (var whole = new StringWriter(text, CultureInfo.InvariantCulture))
        using (var writer = new JsonTextWriter(whole) { ArrayPool = Chars.Pool })
        {
            _serializer.Serialize(writer, activity, typeof(Activity));
        }

        var json = text.ToString();
        _text = text.Capacity <= MostKept ? text.Clear() : null;
        return json;
    }

    /// <summary>Reads an activity.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static Activity Read(string json)
    {
        using var text = new StringReader(json);
        using var reader = new JsonTextReader(text) { ArrayPool = Chars.Pool };
        return _serializer.Deserialize<Activity>(reader) ?? throw new JsonSerializationException("The activity is null.");
    }

    // Readers and writers of JSON borrow their room.
    private sealed class Chars : IArrayPool<char>
    {
        public static readonly Chars Pool = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null)
            {
                ArrayPool<char>.Shared.Return(array);
            }
        }
    }
}
