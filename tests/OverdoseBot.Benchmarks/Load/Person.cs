namespace OverdoseBot.Benchmarks.Load;

/// <summary>One person at a time at one connection to each replica: says the next thing to the next replica, and makes room for somebody else at the end.</summary>
internal sealed class Person(IReadOnlyList<Uri> addresses, Talk talk) : IAsyncDisposable
{
    private readonly Wire?[] _wires = new Wire?[addresses.Count];
    private Chat _chat = talk.Begin();
    private int _turn;
    private int _next;

    /// <summary>Says the next thing.</summary>
    /// <param name="heard">Counts what comes.</param>
    /// <param name="since">When it was to be said, in ticks of the stopwatch.</param>
    /// <param name="cancel">Patience: whoever gives up has got nothing.</param>
    public async Task SayAsync(Heard heard, long since, CancellationToken cancel)
    {
        var at = _next++ % _wires.Length;
        try
        {
            var wire = _wires[at] ??= await Wire.OpenAsync(addresses[at], cancel);
            heard.Count(await _chat.SayAsync(wire, addresses[at], talk.Said[_turn], _turn, cancel), since);
        }
        catch (Exception broken) when (broken is IOException or System.Net.Sockets.SocketException or System.Net.WebSockets.WebSocketException or OperationCanceledException)
        {
            heard.Fail();
            _wires[at]?.Dispose();
            _wires[at] = null;
        }

        if (++_turn == talk.Said.Count)
        {
            await _chat.DisposeAsync();
            (_chat, _turn) = (talk.Begin(), 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _chat.DisposeAsync();
        Array.ForEach(_wires, wire => wire?.Dispose());
    }
}
