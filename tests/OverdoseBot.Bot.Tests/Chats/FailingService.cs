using Microsoft.Bot.Schema;
using OverdoseBot.Channels;
using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Fails in one turn and keeps what that turn gave. Then the chat is over, or the person sends the message again.</summary>
internal sealed class FailingService(CaseRecord fresh, TimeProvider time, int failing, bool thenOver) : IChatService
{
    private readonly TurnAdapter _adapter = (TurnAdapter)Shipped.Adapter().Use(new ThrowingBeforeTurn(failing, ringsToo: thenOver));
    private byte[]? _kept;

    public byte[]? Before { get; private set; }

    public TurnResult? Failed { get; private set; }

    public DateTimeOffset FailedAt { get; private set; }

    public Task KeepAsync(CaseRecord record) => Task.FromResult(_kept = RecordJson.Write(record));

    public Task<CaseRecord?> RecordAsync() => Task.FromResult(_kept is null ? null : RecordJson.Read(_kept));

    public async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        var before = _kept;
        var result = await RunAsync(inbound);
        if (result.Error is null)
        {
            return Wire(result);
        }

        (Before, Failed, FailedAt) = (before, result, time.GetUtcNow());
        return thenOver ? throw new ChatIsOver() : Wire(await RunAsync(inbound));
    }

    public Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due) => TakeAsync("", Clock.Ring());

    public Task RestartAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IReadOnlyList<Activity> Wire(TurnResult result) => [.. result.Outgoing.Select(a => ActivityJson.Read(ActivityJson.Write(a)))];

    private async Task<TurnResult> RunAsync(Activity inbound)
    {
        var result = await _adapter.RunAsync(
            _kept is null ? fresh : RecordJson.Read(_kept), ActivityJson.Read(ActivityJson.Write(inbound)), time.GetUtcNow());
        _kept = RecordJson.Write(result.Record);
        return result;
    }
}

/// <summary>Ends a chat that has shown what it was played for.</summary>
internal sealed class ChatIsOver : Exception;
