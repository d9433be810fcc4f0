namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Lets messages of one sender go one after the other, as many a second as phone companies take from such a number (wire-protocols.md 5.7), and
/// emergencies before all else that waits.
/// </summary>
internal sealed class SenderPace(double perSecond, TimeProvider time)
{
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / perSecond);
    private readonly PriorityQueue<TaskCompletionSource, (bool Waits, long Number)> _waiting = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;
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
            if (!_running)
            {
                _running = true;
                _ = RunAsync();
            }
        }

        await turn.Task;
    }

    // Runs while somebody waits. Whoever gave up meanwhile takes nobody's time.
    private async Task RunAsync()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                var now = time.GetUtcNow();
                wait = _free - now;
                if (wait <= TimeSpan.Zero)
                {
                    while (_waiting.TryDequeue(out var next, out _))
                    {
                        if (next.TrySetResult())
                        {
                            _free = now + _between;
                            break;
                        }
                    }
                }

                if (_waiting.Count == 0)
                {
                    _running = false;
                    return;
                }
            }

            await Task.Delay(wait > TimeSpan.Zero ? wait : _between, time);
        }
    }
}
