using System.Text;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Activities and the watermark after them: a frame of the stream, or the answer to a poll (wire-protocols.md 3.1).</summary>
/// <param name="Activities">Each as JSON, in order.</param>
/// <param name="Cursor">Where the reader stands after them.</param>
/// <param name="More">True: there is more after them at once.</param>
internal sealed record ActivitySet(IReadOnlyList<string> Activities, Cursor Cursor, bool More)
{
    /// <summary>True: the store is away and this is the emergency card.</summary>
    public bool IsCard { get; init; }

    /// <summary>The JSON of the set. The activities are JSON already, and a watermark needs no escaping.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"activities\":[").AppendJoin(',', Activities);
        return json.Append("],\"watermark\":\"").Append(Cursor.ToString()).Append("\"}").ToString();
    }
}
