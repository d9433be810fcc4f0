using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Tests.Turns;
using OverdoseBot.Chats;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>A reception over a store that the test slows down, on a clock that only the test moves.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly JournalFile _file;
    private readonly Meter _meter = new("a desk");
    private readonly MeterListener _listener;
    private readonly ConcurrentDictionary<string, int> _cards = new(StringComparer.Ordinal);
    private int _keys;

    private Desk(ReceptionOptions options, JournalFile file, IJournal journal, FakeTimeProvider time)
    {
        (_file, Time) = (file, time);
        Journal = new HeldJournal(journal);
        Pulse = new Pulse(time);
        Runner = new TurnRunner(Journal, Shipped.Adapter(), Shipped.Library, time, Shipped.Defaults, Log, cards: new CardTally(_meter.CreateCounter<long>("cards")));
        Reception = new Reception(Runner, new UrgentEar(Shipped.Library, Shipped.Reader), options, time, NullLogger<Reception>.Instance, Pulse);
        _listener = new MeterListener { InstrumentPublished = Listen };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _cards.AddOrUpdate((string)tags[0].Value!, 1, (_, count) => count + 1));
        _listener.Start();
    }

    public FakeTimeProvider Time { get; }

    public HeldJournal Journal { get; }

    public ListLog<TurnRunner> Log { get; } = new();

    /// <summary>Beats only when the test lets it.</summary>
    public Pulse Pulse { get; }

    public TurnRunner Runner { get; }

    public Reception Reception { get; }

    /// <summary>How many cards were counted, by reason.</summary>
    public IReadOnlyDictionary<string, int> Cards => _cards;

    public static async Task<Desk> OpenAsync(ReceptionOptions? options = null)
    {
        var time = new FakeTimeProvider(ChatRun.Start);
        var file = new JournalFile();
        return new Desk(options ?? new ReceptionOptions(), file, await file.OpenAsync(time), time);
    }

    /// <summary>Somebody writes.</summary>
    public Task<TurnReplies> SayAsync(string conversation, string text, string? key = null, bool sms = false, ReplyRoute? route = null)
    {
        var inbound = From.Text(text);
        inbound.Conversation.Id = conversation;
        return Reception.TakeAsync(conversation, key ?? $"{Interlocked.Increment(ref _keys)}", inbound, sms, route);
    }

    /// <summary>Lets time pass till the clock of a conversation is due.</summary>
    public async Task<DueAlarm> DueAsync(string conversation)
    {
        var due = (await Journal.DueAsync(DateTimeOffset.MaxValue, 100, default)).First(a => a.Conversation == conversation);
        Time.SetUtcNow(due.Due);
        return due;
    }

    /// <summary>What a conversation's turns were made from, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedTurn>> TurnsAsync(string conversation) => await Journal.HistoryAsync(conversation, 0, 100, default);

    /// <summary>Ends when so many turns more have been committed.</summary>
    public Task CommitsAsync(int count)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Journal.Committed += _ =>
        {
            if (Interlocked.Decrement(ref count) == 0)
            {
                done.SetResult();
            }
        };
        return done.Task.WaitAsync(TimeSpan.FromSeconds(120));
    }

    public async ValueTask DisposeAsync()
    {
        Journal.LetGo();
        _listener.Dispose();
        _meter.Dispose();
        Reception.Dispose();
        await Journal.DisposeAsync();
        _file.Dispose();
    }

    private void Listen(Instrument instrument, MeterListener self)
    {
        // Other tests count at the same time.
        if (instrument.Meter == _meter)
        {
            self.EnableMeasurementEvents(instrument);
        }
    }
}
