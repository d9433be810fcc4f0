using System.Threading.Channels;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>What one stream waits for: a sign that the journal has more, or activities that are nowhere kept. Both are bounded.</summary>
internal sealed class Subscription : IDisposable
{
    private const int MostPassing = 32;

    // Whoever does not keep up with so many reads them from the journal.
    private const int MostKept = 4;
    private readonly StreamHub _hub;
    private readonly Channel<bool> _sign = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<LoggedTurn> _kept = Channel.CreateBounded<LoggedTurn>(MostKept);
    private readonly Channel<string> _passing = Channel.CreateBounded<string>(MostPassing);

    // The first look is at what was there before.
    private int _looks = 1;

    public Subscription(StreamHub hub, string conversation) => (_hub, Conversation) = (hub, conversation);

    public string Conversation { get; }

    /// <summary>True: its reader does not keep up, or another stream took its place.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Signs that there may be more. Never waits; many signs before the reader looks are one.</summary>
    /// <param name="kept">The turn that was kept, where it is at hand; null: the journal is to be looked at.</param>
    public void Wake(LoggedTurn? kept = null)
    {
        if (kept is null || !_kept.Writer.TryWrite(kept))
        {
            Volatile.Write(ref _looks, 1);
        }

        _sign.Writer.TryWrite(true);
    }

    /// <summary>Hands over what is nowhere kept.</summary>
    public void Pass(string activity)
    {
        if (!_passing.Writer.TryWrite(activity))
        {
            End();
        }

        Wake();
    }

    /// <summary>Ends the stream; its client comes back by watermark.</summary>
    public void End()
    {
        IsOver = true;
        Wake();
    }

    /// <summary>Waits for the next sign.</summary>
    public async ValueTask WaitAsync(CancellationToken cancel) => await _sign.Reader.ReadAsync(cancel);

    /// <summary>Takes the next turn that was kept; null: there is none, or the journal is to be looked at.</summary>
    public LoggedTurn? TakeKept() => Volatile.Read(ref _looks) == 0 && _kept.Reader.TryRead(out var kept) ? kept : null;

    /// <summary>Whether the journal is to be looked at: what is at hand now is in it.</summary>
    public bool TakeLook()
    {
        if (Interlocked.Exchange(ref _looks, 0) == 0)
        {
            return false;
        }

        while (_kept.Reader.TryRead(out _))
        {
            // The look finds it.
        }

        return true;
    }

    /// <summary>Takes what was handed over.</summary>
    public List<string> TakePassing()
    {
        var taken = new List<string>();
        while (_passing.Reader.TryRead(out var activity))
        {
            taken.Add(activity);
        }

        return taken;
    }

    public void Dispose() => _hub.Leave(this);
}
