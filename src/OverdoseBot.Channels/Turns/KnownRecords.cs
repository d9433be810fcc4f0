using OverdoseBot.Bot;

namespace OverdoseBot.Channels;

/// <summary>
/// The records that the last turns here wrote, so that a next turn need not read its record from JSON. One is used only where the journal gives the very
/// bytes that it was written as: whoever else wrote meanwhile, what is kept counts.
/// </summary>
internal sealed class KnownRecords
{
    // Some 5 KiB each, both halves: 40 MiB where more people than that write.
    private const int MostInHalf = 4_096;
    private readonly Recent<Known> _known = new(MostInHalf);

    // Half of a surrogate pair is written as U+FFFD: that record is not the one that its bytes are read as.
    private static ReadOnlySpan<byte> Mended => "\\uFFFD"u8;

    /// <summary>The record that is kept so.</summary>
    /// <param name="conversation">Its conversation.</param>
    /// <param name="kept">What the journal keeps now.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not a record.</exception>
    public CaseRecord Read(string conversation, ReadOnlySpan<byte> kept) =>
        _known.TryGet(conversation, out var known) && kept.SequenceEqual(known.Bytes) ? known.Record : RecordJson.Read(kept);

    /// <summary>Remembers a record that was committed as these bytes. Words that a person wrote (the plan) are not held here.</summary>
    public void Wrote(string conversation, byte[] bytes, CaseRecord record)
    {
        if (record.Plan is null && bytes.AsSpan().IndexOf(Mended) < 0)
        {
            _known.Set(conversation, new Known(bytes, record));
        }
        else
        {
            _known.Forget(conversation);
        }
    }

    private sealed record Known(byte[] Bytes, CaseRecord Record);
}
