using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels;

namespace OverdoseBot.Chats;

/// <summary>The real turn, with nothing kept between two turns but the bytes of the record.</summary>
/// <param name="start">Starts the bot; again at every restart.</param>
/// <param name="fresh">The record of a new conversation.</param>
/// <param name="time">The clock.</param>
public sealed class DirectService(Func<TurnAdapter> start, CaseRecord fresh, TimeProvider time) : IChatService
{
    private TurnAdapter _adapter = start();
    private byte[]? _kept;

    /// <inheritdoc />
    public Task KeepAsync(CaseRecord record)
    {
        _kept = RecordJson.Write(record);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<CaseRecord?> RecordAsync() => Task.FromResult(_kept is null ? null : RecordJson.Read(_kept));

    /// <inheritdoc />
    public async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        var record = _kept is null ? fresh : RecordJson.Read(_kept);
        var result = await _adapter.RunAsync(record, ActivityJson.Read(ActivityJson.Write(inbound)), time.GetUtcNow());
        _kept = RecordJson.Write(result.Record);
        return [.. result.Outgoing.Select(a => ActivityJson.Read(ActivityJson.Write(a)))];
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due) =>
        TakeAsync(string.Empty, new Activity(ActivityTypes.Event)
        {
            Name = OverdoseResponseBot.ClockEvent,
            ChannelId = "chat",
            From = new ChannelAccount { Id = "clock" },
            Recipient = new ChannelAccount { Id = "overdosebot" },
            Conversation = new ConversationAccount { Id = "chat" },
        });

    /// <inheritdoc />
    public Task RestartAsync()
    {
        _adapter = start();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
