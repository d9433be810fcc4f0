namespace OverdoseBot.Channels;

/// <summary>Who goes first when turns have to wait.</summary>
internal enum Urgency
{
    /// <summary>A clock of an open case: before everybody, and never turned away.</summary>
    Clock,

    /// <summary>An emergency, or somebody of whom nothing is known.</summary>
    Emergency,

    /// <summary>Somebody who prepares, practises or looks back.</summary>
    Calm,
}

/// <summary>
/// Lets so many turns run at once and so many wait, each no longer than its patience; more are turned away at once, those who are calm first. While
/// everybody gets in, it costs a lock.
/// </summary>
internal sealed class Gate(ReceptionOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();

    // By urgency, each in the order in which they came; empty till somebody waits. Most gates are those of one conversation, where nobody does.
    private LinkedList<TaskCompletionSource<bool>>[] _waiting = [];
    private int _inHand;

    /// <summary>How many turns run now.</summary>
    public int InHand
    {
        get
        {
            lock (_lock)
            {
                return _inHand;
            }
        }
    }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Sum(w => w.Count);
            }
        }
    }

    /// <summary>True once a turn may run: whoever gets it calls <see cref="Leave"/> when it has. False: turned away.</summary>
    /// <param name="urgency">Asked only where somebody has to wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    public ValueTask<bool> EnterAsync(Func<Urgency> urgency, CancellationToken cancel) =>
        TryEnter() ? ValueTask.FromResult(true) : WaitAsync(urgency(), cancel);

    /// <summary>A turn has run: the first of the most urgent goes on.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (Array.Find(_waiting, w => w.Count > 0) is { } queue)
            {
                Answer(queue.First!, true);
            }
            else
            {
                _inHand--;
            }
        }
    }

    private bool TryEnter()
    {
        lock (_lock)
        {
            // Nobody waits while there is room.
            var room = _inHand < options.AtOnce;
            _inHand += room ? 1 : 0;
            return room;
        }
    }

    private async ValueTask<bool> WaitAsync(Urgency urgency, CancellationToken cancel)
    {
        var place = new LinkedListNode<TaskCompletionSource<bool>>(new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            if (TryEnter())
            {
                return true;
            }

            _waiting = _waiting is [] ? [new(), new(), new()] : _waiting;
            if (urgency != Urgency.Clock && !MakeRoom(urgency))
            {
                return false;
            }

            _waiting[(int)urgency].AddLast(place);
        }

        var patience = urgency == Urgency.Clock ? Timeout.InfiniteTimeSpan : options.Patience;
        await ((Task)place.Value.Task).WaitAsync(patience, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            if (place.List is not null)
            {
                Answer(place, false);
            }
        }

        var entered = await place.Value.Task;
        if (!entered)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return entered;
    }

    private bool MakeRoom(Urgency urgency)
    {
        var (emergencies, calm) = (_waiting[(int)Urgency.Emergency], _waiting[(int)Urgency.Calm]);
        if (emergencies.Count + calm.Count < options.Waiting)
        {
            return true;
        }

        if (urgency != Urgency.Emergency || calm.Last is not { } last)
        {
            return false;
        }

        Answer(last, false);
        return true;
    }

    private static void Answer(LinkedListNode<TaskCompletionSource<bool>> place, bool enters)
    {
        place.List!.Remove(place);
        place.Value.SetResult(enters);
    }
}
