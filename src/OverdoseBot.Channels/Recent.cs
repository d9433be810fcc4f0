using System.Collections.Concurrent;

namespace OverdoseBot.Channels;

/// <summary>What is worth remembering for a while by name, and may be lost: of a bounded number, the older half goes first.</summary>
/// <param name="mostInHalf">The most names in each of its two halves, but for a few more that come between two counts.</param>
internal sealed class Recent<T>(int mostInHalf)
{
    // To count takes every lock of the dictionary: not each time.
    private const int BetweenCounts = 64;
    private readonly Lock _turning = new();
    private int _since;
    private ConcurrentDictionary<string, T> _new = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);

    /// <summary>What is remembered under a name.</summary>
    public bool TryGet(string name, out T value) => _new.TryGetValue(name, out value!) || _old.TryGetValue(name, out value!);

    /// <summary>What is remembered under a name; if nothing is, this from now on.</summary>
    public T GetOrAdd(string name, Func<string, T> make)
    {
        if (_new.TryGetValue(name, out var known))
        {
            return known;
        }

        // What is asked for goes on living.
        var first = _old.TryGetValue(name, out var earlier) ? _new.GetOrAdd(name, earlier) : _new.GetOrAdd(name, make);
        Turn();
        return first;
    }

    /// <summary>Remembers this in place of what was.</summary>
    public void Set(string name, T value)
    {
        _new[name] = value;
        Turn();
    }

    /// <summary>Forgets a name.</summary>
    public void Forget(string name)
    {
        _new.TryRemove(name, out _);
        _old.TryRemove(name, out _);
    }

    /// <summary>Forgets what was not remembered since this was last called. True: something is remembered still.</summary>
    public bool Age()
    {
        lock (_turning)
        {
            (_old, _new) = (_new, new(StringComparer.Ordinal));
            return !_old.IsEmpty;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _new.Clear();
        _old.Clear();
    }

    private void Turn()
    {
        if (Interlocked.Increment(ref _since) % BetweenCounts != 0 || _new.Count < mostInHalf)
        {
            return;
        }

        lock (_turning)
        {
            if (_new.Count >= mostInHalf)
            {
                (_old, _new) = (_new, new(StringComparer.Ordinal));
            }
        }
    }
}
