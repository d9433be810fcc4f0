using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Wakes the streams of a conversation when the journal has more. It remembers nothing that must survive.</summary>
internal sealed class StreamHub : IDisposable
{
    /// <summary>The most streams a conversation has at once (wire-protocols.md 3.6, DL-17).</summary>
    public const int MostStreams = 8;

    private readonly IJournal _journal;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Subscription>> _streams = new(StringComparer.Ordinal);

    public StreamHub(IJournal journal)
    {
        _journal = journal;
        _journal.Committed += Wake;
        _journal.Missed += WakeAll;
    }

    /// <summary>Adds a stream. Beyond the cap the oldest ends: it is the likeliest to be a phone's dead socket.</summary>
    public Subscription Join(string conversation)
    {
        var joined = new Subscription(this, conversation);
        lock (_gate)
        {
            if (!_streams.TryGetValue(conversation, out var streams))
            {
                _streams[conversation] = streams = [];
            }

            if (streams.Count(s => !s.IsOver) >= MostStreams)
            {
                streams.First(s => !s.IsOver).End();
            }

            streams.Add(joined);
            Instruments.Streams.Add(1);
        }

        return joined;
    }

    public void Leave(Subscription stream)
    {
        lock (_gate)
        {
            if (_streams.TryGetValue(stream.Conversation, out var streams) && streams.Remove(stream))
            {
                Instruments.Streams.Add(-1);
                if (streams.Count == 0)
                {
                    _streams.Remove(stream.Conversation);
                }
            }
        }
    }

    /// <summary>Hands activities that are nowhere kept to the streams of a conversation.</summary>
    public void Push(string conversation, IReadOnlyList<string> activities)
    {
        foreach (var stream in Streams(conversation))
        {
            foreach (var activity in activities)
            {
                stream.Pass(activity);
            }
        }
    }

    public void Dispose()
    {
        _journal.Committed -= Wake;
        _journal.Missed -= WakeAll;
    }

    private void Wake(Committed news)
    {
        foreach (var stream in Streams(news.Conversation))
        {
            stream.Wake(news.Kept);
        }
    }

    private void WakeAll()
    {
        Subscription[] all;
        lock (_gate)
        {
            all = [.. _streams.Values.SelectMany(streams => streams)];
        }

        Array.ForEach(all, stream => stream.Wake());
    }

    private Subscription[] Streams(string conversation)
    {
        lock (_gate)
        {
            return _streams.TryGetValue(conversation, out var streams) ? [.. streams] : [];
        }
    }
}
