namespace OverdoseBot.Benchmarks.Load;

/// <summary>What somebody got for what they said.</summary>
internal enum Got
{
    /// <summary>Neither of the two: an error.</summary>
    Nothing,

    /// <summary>The emergency card: no turn was run.</summary>
    Card,

    /// <summary>The answer of a turn, which is kept.</summary>
    Turn,
}

/// <summary>One conversation under way, by the protocol of one channel.</summary>
internal abstract class Chat : IAsyncDisposable
{
    /// <summary>Says one thing.</summary>
    /// <param name="wire">Whom to ask.</param>
    /// <param name="address">The same as an address.</param>
    /// <param name="said">The inner part of an activity.</param>
    /// <param name="turn">How many things were said before.</param>
    /// <param name="cancel">Patience.</param>
    public abstract ValueTask<Got> SayAsync(Wire wire, Uri address, string said, int turn, CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary><c>POST /api/messages</c>, <c>expectReplies</c>: the replies are in the answer, to whichever replica it is said.</summary>
internal sealed class ConnectorChat : Chat
{
    private readonly string _conversation = Guid.NewGuid().ToString("N");

    public override async ValueTask<Got> SayAsync(Wire wire, Uri address, string said, int turn, CancellationToken cancel)
    {
        var answer = await wire.AskAsync(
            Wire.Post(
                address, "/api/messages",
                $"{{{said},\"id\":\"{_conversation}-{turn}\",\"channelId\":\"emulator\",\"serviceUrl\":\"http://localhost:9\",\"conversation\":{{\"id\":\"{_conversation}\"}},"
                + "\"from\":{\"id\":\"me\",\"role\":\"user\"},\"recipient\":{\"id\":\"bot\",\"role\":\"bot\"},\"deliveryMode\":\"expectReplies\",\"locale\":\"en-us\"}"),
            cancel);

        // A reply carries the number of its turn; the emergency card does not.
        return answer.Status != 200 || !answer.Has("\"type\":\"message\""u8) ? Got.Nothing : answer.Has("\"id\":\""u8) ? Got.Turn : Got.Card;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
