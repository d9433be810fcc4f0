using OverdoseBot.Channels.Terminal;
using OverdoseBot.Channels.Tests.Chats;
using OverdoseBot.Chats;

namespace OverdoseBot.Channels.Tests;

/// <summary>Tests on a journal file of their own and a clock that stands still.</summary>
public abstract class WithJournal : IAsyncLifetime, IDisposable
{
    private readonly JournalFile _file = new();

    private protected ManualTime Time { get; } = new(ChatRun.Start);

    private protected RacedJournal Journal { get; private set; } = null!;

    public async Task InitializeAsync() => Journal = new RacedJournal(await _file.OpenAsync(Time));

    public async Task DisposeAsync() => await Journal.DisposeAsync();

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }
}
