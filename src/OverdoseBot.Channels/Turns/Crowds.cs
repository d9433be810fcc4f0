namespace OverdoseBot.Channels;

/// <summary>
/// Lets only a few turns of one conversation come to the gate at once; the next wait for those, as long as anybody waits there, in the order in which
/// they came. So one conversation never fills the gate, and who sends many short messages in panic is still answered.
/// </summary>
internal sealed class Crowds(ReceptionOptions options, TimeProvider time)
{
    /// <summary>How many are let in: more than a hand types, or a phone sends after a dead zone, while a disk takes its time for the first.</summary>
    public const int AtOnce = 8;

    /// <summary>How many more wait; their turns run one after the other, in less than the patience of the last.</summary>
    public const int Waiting = 64;

    private readonly ReceptionOptions _each = new() { AtOnce = AtOnce, Waiting = Waiting, Patience = options.Patience };
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Crowd> _crowds = new(StringComparer.Ordinal);

    /// <summary>Of how many conversations somebody is in or waits.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _crowds.Count;
            }
        }
    }

    /// <summary>True once a turn may come to the gate: whoever gets it calls <see cref="Leave"/>. False: there are too many of this conversation.</summary>
    public async ValueTask<bool> EnterAsync(string conversation)
    {
        Crowd? crowd;
        lock (_lock)
        {
            if (!_crowds.TryGetValue(conversation, out crowd))
            {
                _crowds[conversation] = crowd = new Crowd(new Gate(_each, time));
            }

            crowd.Members++;
        }

        // One urgency for all: what a person said keeps its order.
        var entered = await crowd.Gate.EnterAsync(() => Urgency.Emergency, CancellationToken.None);
        if (!entered)
        {
            Part(conversation, crowd);
        }

        return entered;
    }

    /// <summary>A turn has run, or did not get in: the next of its conversation goes on.</summary>
    public void Leave(string conversation)
    {
        Crowd crowd;
        lock (_lock)
        {
            crowd = _crowds[conversation];
        }

        crowd.Gate.Leave();
        Part(conversation, crowd);
    }

    private void Part(string conversation, Crowd crowd)
    {
        lock (_lock)
        {
            if (--crowd.Members == 0)
            {
                _crowds.Remove(conversation);
            }
        }
    }

    private sealed class Crowd(Gate gate)
    {
        public Gate Gate { get; } = gate;

        /// <summary>Who is in, and who waits.</summary>
        public int Members { get; set; }
    }
}
