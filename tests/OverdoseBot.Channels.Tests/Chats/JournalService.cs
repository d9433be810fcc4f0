using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>A conversation on the real runner of turns over a real journal file.</summary>
internal class JournalService(CaseRecord fresh, ManualTime time) : IChatService
{
    private const string Conversation = "chat";
    private readonly JournalFile _file = new();
    private IJournal? _journal;

    protected TurnRunner Runner { get; private set; } = null!;

    public async Task KeepAsync(CaseRecord record)
    {
        var journal = await OpenAsync();
        var kept = new TurnEntry(Conversation, 0, "before the chat", RecordJson.Write(record), null, [], null, time.GetUtcNow(), true);
        (await journal.CommitAsync(kept, default)).ShouldBeOfType<CommitOutcome.Done>();
    }

    public async Task<CaseRecord?> RecordAsync()
    {
        var opened = await (await OpenAsync()).BeginAsync(Conversation, "a look", default);
        return opened.Record is { } bytes ? RecordJson.Read(bytes.Span) : null;
    }

    public virtual async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound) => (await RunAsync(key, inbound)).Activities;

    public virtual async Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due)
    {
        var alarms = await (await OpenAsync()).DueAsync(time.GetUtcNow(), 10, default);
        var alarm = alarms.ShouldHaveSingleItem();
        alarm.ShouldBe(new DueAlarm(Conversation, due));
        return (await Runner.RingAsync(alarm, default)).Activities;
    }

    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _file.Dispose();
    }

    protected async Task<TurnReplies> RunAsync(string key, Activity inbound)
    {
        await OpenAsync();
        var replies = await Runner.RunAsync(Conversation, key, inbound, fresh.Sms, default);
        replies.Turn.ShouldBeGreaterThan(0);
        return replies;
    }

    protected virtual IJournal Around(IJournal journal) => journal;

    private async Task<IJournal> OpenAsync()
    {
        if (_journal is null)
        {
            _journal = Around(await _file.OpenAsync(time));
            var defaults = new CaseDefaults(fresh.Region, fresh.Language) { Hub = fresh.Hub };
            Runner = new TurnRunner(_journal, Shipped.Adapter(), Shipped.Library, time, defaults, NullLogger<TurnRunner>.Instance);
        }

        return _journal;
    }

    private async Task CloseAsync()
    {
        if (_journal is not null)
        {
            await _journal.DisposeAsync();
            _journal = null;
        }
    }
}
