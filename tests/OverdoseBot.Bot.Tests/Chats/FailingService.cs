using Microsoft.Bot.Schema;
using OverdoseBot.Channels;
using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>What a turn gave that failed.</summary>
/// <param name="Before">The record as it was kept before it; null: there was none.</param>
/// <param name="Result">What it gave.</param>
/// <param name="At">When it failed.</param>
internal sealed record FailedTurn(byte[]? Before, TurnResult Result, DateTimeOffset At);

/// <summary>Every turn that it is to fail fails first. Then it is taken back as if it had not been, or the person sends the message again.</summary>
internal sealed class FailingService(CaseRecord fresh, TimeProvider time, Func<Activity, bool> fails, bool takenBack, Action<FailedTurn> failed) : IChatService
{
    private readonly TurnAdapter _adapter = Shipped.Adapter();
    private readonly TurnAdapter _failing = (TurnAdapter)Shipped.Adapter().Use(new ThrowingBeforeTurn());
    private byte[]? _kept;

    public Task KeepAsync(CaseRecord record) => Task.FromResult(_kept = RecordJson.Write(record));

    public Task<CaseRecord?> RecordAsync() => Task.FromResult(_kept is null ? null : RecordJson.Read(_kept));

    public async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        if (fails(inbound))
        {
            var before = _kept;
            var result = await RunAsync(_failing, inbound);
            failed(new FailedTurn(before, result, time.GetUtcNow()));
            _kept = takenBack ? before : _kept;
        }

        return [.. (await RunAsync(_adapter, inbound)).Outgoing.Select(a => ActivityJson.Read(ActivityJson.Write(a)))];
    }

    public Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due) => TakeAsync("", Clock.Ring());

    public Task RestartAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<TurnResult> RunAsync(TurnAdapter adapter, Activity inbound)
    {
        var result = await adapter.RunAsync(
            _kept is null ? fresh : RecordJson.Read(_kept), ActivityJson.Read(ActivityJson.Write(inbound)), time.GetUtcNow());
        _kept = RecordJson.Write(result.Record);
        return result;
    }
}
