using System.Collections.Concurrent;

namespace OverdoseBot.Channels.Http;

/// <summary>Lets each of a few things be said once a minute: a wrong setting must be seen in the log, and a flood must not fill the disk.</summary>
internal sealed class Seldom(TimeProvider time)
{
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, long> _said = new(StringComparer.Ordinal);

    /// <summary>Whether it may be said now; from then on it may not, for a minute.</summary>
    /// <param name="what">A fixed phrase: each is kept.</param>
    public bool May(string what)
    {
        if (_said.TryGetValue(what, out var last) && time.GetElapsedTime(last) < _quiet)
        {
            return false;
        }

        _said[what] = time.GetTimestamp();
        return true;
    }
}
