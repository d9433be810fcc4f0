namespace OverdoseBot.Journal.Alarms;

/// <summary>The alarms that ring now or pause before they ring again.</summary>
internal sealed class Rings
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);

    // When the store is back after a long outage, whatever rang in vain meanwhile rings at once, not when its patience is over.
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Attempt> _attempts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _attempts.Count;
            }
        }
    }

    /// <summary>When the alarm is to ring: its due time, later when it was tried already, never while its conversation rings.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="now">The time: no pause is longer than the longest, even if the clock was set back meanwhile.</param>
    public DateTimeOffset NextRing(DueAlarm alarm, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _attempts.TryGetValue(alarm.Conversation, out var attempt) switch
            {
                true when attempt!.Ringing is not null => DateTimeOffset.MaxValue,
                true when attempt.Due == alarm.Due => attempt.NotBefore > now + _longestPause ? now : attempt.NotBefore,
                _ => alarm.Due,
            };
        }
    }

    public void Start(DueAlarm alarm, Func<Task> ring)
    {
        lock (_gate)
        {
            var tries = _attempts.TryGetValue(alarm.Conversation, out var earlier) && earlier.Due == alarm.Due ? earlier.Tries : 0;
            // Ended waits for the gate, so the task is in place before it is taken out.
            _attempts[alarm.Conversation] = new(alarm.Due, tries + 1, DateTimeOffset.MaxValue, Task.Run(ring));
        }
    }

    /// <summary>If the journal still shows the same due time, the alarm pauses; with another due time it is a fresh one.</summary>
    public void Ended(DueAlarm alarm, DateTimeOffset now)
    {
        lock (_gate)
        {
            var attempt = _attempts[alarm.Conversation];
            _attempts[alarm.Conversation] = attempt with { Ringing = null, NotBefore = now + Pause(attempt.Tries) };
        }
    }

    /// <summary>Drops finished attempts whose alarm was moved or cleared.</summary>
    public void ForgetAllBut(IReadOnlyList<DueAlarm> due)
    {
        lock (_gate)
        {
            if (_attempts.Count == 0)
            {
                return;
            }

            var live = due.ToDictionary(alarm => alarm.Conversation, alarm => alarm.Due, StringComparer.Ordinal);
            foreach (var (conversation, attempt) in _attempts)
            {
                if (attempt.Ringing is null && !(live.TryGetValue(conversation, out var at) && at == attempt.Due))
                {
                    _attempts.Remove(conversation);
                }
            }
        }
    }

    /// <summary>The rings under way; they do not throw.</summary>
    public Task AllAsync()
    {
        lock (_gate)
        {
            return Task.WhenAll(_attempts.Values.Select(attempt => attempt.Ringing ?? Task.CompletedTask));
        }
    }

    private static TimeSpan Pause(int tries) => tries > 2 ? _longestPause : _firstPause * tries;

    private sealed record Attempt(DateTimeOffset Due, int Tries, DateTimeOffset NotBefore, Task? Ringing);
}
