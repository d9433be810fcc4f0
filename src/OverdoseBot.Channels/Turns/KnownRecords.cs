using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>
/// The records that the last turns here wrote, so that a next turn need not load its own. Whoever else wrote meanwhile, what is kept counts: a turn that
/// runs on a known record is kept only where the journal still has its version, and a record that was loaded is read from JSON unless its version is
/// the one that was written here.
/// </summary>
internal sealed class KnownRecords
{
    // Some 3 KiB each, both halves: 24 MiB where more people than that write.
    private const int MostInHalf = 4_096;
    private readonly Recent<Known> _known = new(MostInHalf);

    // Half of a surrogate pair is written as U+FFFD: that record is not the one that its bytes are read as.
    private static ReadOnlySpan<byte> Mended => "\\uFFFD"u8;

    /// <summary>Hears what other replicas keep, so that few turns run in vain.</summary>
    public KnownRecords Watching(IJournal journal)
    {
        journal.Committed += news =>
        {
            if (news.Kept is null)
            {
                Overtaken(news.Conversation, news.Turn);
            }
        };
        return this;
    }

    /// <summary>The record that was the newest when this was last heard of a conversation, and its version; null: load it.</summary>
    public (CaseRecord Record, long Version)? Latest(string conversation) => _known.TryGet(conversation, out var known) ? (known.Record, known.Version) : null;

    /// <summary>Somebody else kept a turn, or the conversation is gone: the next turn loads it.</summary>
    /// <param name="conversation">Which conversation.</param>
    /// <param name="turn">The number of the turn that was kept; what is known of that one or a later one stays.</param>
    public void Overtaken(string conversation, long turn = long.MaxValue)
    {
        if (_known.TryGet(conversation, out var known) && known.Turn < turn)
        {
            _known.Forget(conversation);
        }
    }

    /// <summary>The record that is kept so.</summary>
    /// <param name="conversation">Its conversation.</param>
    /// <param name="version">Its version, which no other record ever has.</param>
    /// <param name="kept">What the journal keeps now.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not a record.</exception>
    public CaseRecord Read(string conversation, long version, ReadOnlySpan<byte> kept) =>
        _known.TryGet(conversation, out var known) && known.Version == version ? known.Record : RecordJson.Read(kept);

    /// <summary>Remembers a record that was committed as these bytes. Words that a person wrote (the plan) are not held here.</summary>
    public void Wrote(string conversation, byte[] bytes, CaseRecord record, CommitOutcome.Done done)
    {
        if (record.Plan is null && bytes.AsSpan().IndexOf(Mended) < 0)
        {
            _known.Set(conversation, new Known(record, done.Version, done.Turn.Turn));
        }
        else
        {
            _known.Forget(conversation);
        }
    }

    private sealed record Known(CaseRecord Record, long Version, long Turn);
}
