using System.Threading.Channels;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>What one stream waits for: a sign that the journal has more, or activities that are nowhere kept. Both are bounded.</summary>
internal sealed class Subscription : IDisposable
{
    private const int MostPassing = 32;
    private readonly StreamHub _hub;
    private readonly Channel<bool> _sign = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<string> _passing = Channel.CreateBounded<string>(MostPassing);

    public Subscription(StreamHub hub, string conversation) => (_hub, Conversation) = (hub, conversation);

    public string Conversation { get; }

    /// <summary>True: its reader does not keep up, or another stream took its place.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Signs that there may be more. Never waits; many signs before the reader looks are one.</summary>
    public void Wake() => _sign.Writer.TryWrite(true);

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
