namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Lets messages of one sender go one after the other, as many a second as phone companies take from such a number (wire-protocols.md 5.7), and
/// emergencies before all else that waits. What a person writes beside the steps is no emergency here: the clock's prompts go first. It measures spans, so
/// that a clock which is set back holds nothing up.
/// </summary>
internal sealed class SenderPace(double perSecond, TimeProvider time)
{
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / perSecond);
    private readonly PriorityQueue<TaskCompletionSource, (bool Waits, long Number)> _waiting = new();
    private readonly Lock _gate = new();
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _free = TimeSpan.MinValue;
    private TimeSpan _freeForEmergencies = TimeSpan.MinValue;
    private TaskCompletionSource _news = new();
    private long _number;
    private bool _running;

    /// <summary>How many a second a number of that kind may send: long codes 1, toll-free numbers 3, short codes 100.</summary>
    /// <param name="sender">A number with its country code, a short code, or a messaging service.</param>
    public static double Usual(string sender)
    {
        var digits = sender.TrimStart('+');
        return digits.Length <= 6 && digits.All(char.IsAsciiDigit) ? 100
            : digits.Length == 11 && digits[0] == '1' && digits.AsSpan(1, 3) is "800" or "833" or "844" or "855" or "866" or "877" or "888" ? 3
            : 1;
    }

    /// <summary>Returns when this message may go.</summary>
    public async Task WaitAsync(bool emergency, CancellationToken cancel)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var givesUp = cancel.Register(() => turn.TrySetCanceled(cancel));
        lock (_gate)
        {
            _waiting.Enqueue(turn, (!emergency, ++_number));
            if (_running)
            {
                _news.TrySetResult();
            }
            else
            {
                _running = true;
                _ = RunAsync();
            }
        }

        await turn.Task;
    }

    // Runs while somebody waits.
    private async Task RunAsync()
    {
        while (true)
        {
            TimeSpan wait;
            Task news;
            lock (_gate)
            {
                wait = LetGo(time.GetElapsedTime(_began));
                if (_waiting.Count == 0)
                {
                    _running = false;
                    return;
                }

                _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
                news = _news.Task;
            }

            await news.WaitAsync(wait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever may go goes; how long the first of the rest has to wait. Whoever gave up meanwhile takes nobody's time.
    private TimeSpan LetGo(TimeSpan now)
    {
        while (_waiting.TryPeek(out var next, out var place))
        {
            var free = place.Waits ? _free : _freeForEmergencies;
            if (free > now && !next.Task.IsCompleted)
            {
                return free - now;
            }

            _waiting.Dequeue();
            if (next.TrySetResult())
            {
                // An emergency goes at once behind what is none: the phone company holds one message for a moment, and what follows waits for both.
                _free = (_free > now ? _free : now) + _between;
                _freeForEmergencies = place.Waits ? _freeForEmergencies : now + _between;
            }
        }

        return TimeSpan.Zero;
    }
}
