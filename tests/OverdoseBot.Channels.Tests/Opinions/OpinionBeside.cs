using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Tests.Turns;
using OverdoseBot.Loopback;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>The desk with all that it needs, beside a runner of turns.</summary>
internal sealed class OpinionBeside : IAsyncDisposable
{
    /// <summary>How long the network may take: that is real time, whatever the time of a test is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly CancellationTokenSource _over = new();
    private readonly OpinionOptions _options;
    private readonly TimeProvider _time;
    private readonly ListLog<SentimentService> _serviceLog = new();
    private readonly ListLog<OpinionDesk> _deskLog = new();
    private Task _working = Task.CompletedTask;

    public OpinionBeside(OpinionOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        Questions = new OpenQuestions(options, Tally);
        Service = new SentimentService(options with { Budget = Patience }, time, _serviceLog);
    }

    public OpinionTally Tally { get; } = new();

    public OpenQuestions Questions { get; }

    public SentimentService Service { get; }

    public IEnumerable<string> LogLines => _serviceLog.Lines.Concat(_deskLog.Lines);

    public void Start(Func<Question, CancellationToken, Task<TurnReplies>> opine) =>
        _working = new OpinionDesk(Questions, Service, opine, Tally, _options, _time, _deskLog).RunAsync(_over.Token);

    private long Open => Questions.Left - Enum.GetValues<OpinionOutcome>().Sum(o => Tally[o]);

    /// <summary>Waits until something has become of every question, or it has reached a service that keeps it waiting.</summary>
    public async Task SettledAsync(LoopbackService? waitsAt = null)
    {
        using var news = new SemaphoreSlim(0);
        void Wake() => news.Release();
        Tally.Counted += Wake;
        if (waitsAt is not null)
        {
            waitsAt.Called += Wake;
        }

        while (Open > 0 && (waitsAt is null || waitsAt.Calls.Count - Tally[OpinionOutcome.Failed] < Open))
        {
            (await news.WaitAsync(Patience)).ShouldBeTrue("A question was lost.");
        }

        Tally.Counted -= Wake;
        if (waitsAt is not null)
        {
            waitsAt.Called -= Wake;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _working;
        _over.Dispose();
    }
}
