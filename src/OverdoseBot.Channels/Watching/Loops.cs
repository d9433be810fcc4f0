using System.Collections.Concurrent;

namespace OverdoseBot.Channels;

/// <summary>The loops that must go round for as long as the service runs (clocks, deliverers), for its health.</summary>
public sealed class Loops
{
    private readonly ConcurrentBag<Func<TimeSpan>> _loops = [];

    /// <summary>How many there are.</summary>
    public int Count => _loops.Count;

    /// <summary>How long ago the slowest of them last looked what is due; each looks every second. Zero: there is none yet.</summary>
    public TimeSpan SinceLook => _loops.Select(since => since()).DefaultIfEmpty().Max();

    /// <summary>Adds one.</summary>
    /// <param name="sinceLook">How long ago it last looked.</param>
    public void Add(Func<TimeSpan> sinceLook) => _loops.Add(sinceLook);
}
