using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Tests.Turns;
using OverdoseBot.Chats;
using OverdoseBot.Journal;
using OverdoseBot.Loopback;
using Polly.CircuitBreaker;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>One emergency, always the same, with a service beside it or without one.</summary>
internal sealed partial class EmergencyRun : IAsyncDisposable
{
    private const string Chat = "emergency";

    // Seconds to the line, and what the person does; null: they only wait. The name stands in every line, so that a leak is seen.
    private static readonly (int Wait, string? Text, string? Tap)[] _lines =
    [
        (5, "hes blue and wont wake up its Bartholomew", null),
        (10, "like snoring, Bartholomew sounds wet", null),
        (10, "got the nose spray for Bartholomew", null),
        (15, $"{Failing.Sad} in this house, Bartholomew and me", null),
        (10, null, "dose-given"),
        (20, "his lips look a bit better, Bartholomew", null),
        (130, "none, Bartholomew does not breathe", null),
        (150, "im so scared i cant do this Bartholomew", null),
        (20, "gave Bartholomew another one", null),
        (150, "hes breathing now Bartholomew", null),
        (30, "Bartholomew woke up", null),
        (60, "ambulance is here for Bartholomew", null),
    ];

    private readonly JournalFile _file = new();
    private readonly FakeTimeProvider _time = new(ChatRun.Start);
    private readonly List<string> _due = [];
    private readonly LoopbackService? _service;
    private readonly OpinionBeside? _beside;
    private readonly SemaphoreSlim _gate = new(0);
    private readonly bool _late;
    private int _answered;
    private IJournal _journal = null!;
    private TurnRunner _runner = null!;

    /// <summary>A run.</summary>
    /// <param name="way">What the service does (<see cref="Failing.Ways"/>); null: there is none.</param>
    public EmergencyRun(string? way)
    {
        if (way is not null)
        {
            _service = Failing.Ways[way](_gate);
            _beside = new OpinionBeside(new OpinionOptions(_service?.Address ?? LoopbackService.Dead(), "a-key-of-a-test"), _time);
            _late = way is "hangs" or "answers too late";
        }
    }

    public ListLog<TurnRunner> Log { get; } = new();

    /// <summary>Every turn that no opinion made, as it was kept: its key, its time and its bytes, without the ids that count turns.</summary>
    public ImmutableArray<string> Turns { get; private set; }

    /// <summary>What opinions added.</summary>
    public ImmutableArray<Activity> Offers { get; private set; }

    /// <summary>The message that each of them stands beside.</summary>
    public ImmutableArray<Activity> Beside { get; private set; }

    /// <summary>When the next clock was due, after every line.</summary>
    public IReadOnlyList<string> Due => _due;

    public IReadOnlyList<Call> Calls => _service?.Calls ?? [];

    public OpinionTally Tally => _beside!.Tally;

    public CircuitState State => _beside!.Service.State;

    public IEnumerable<string> LogLines => Log.Lines.Concat(_beside?.LogLines ?? []);

    public async Task PlayAsync(bool sms)
    {
        _journal = await _file.OpenAsync(_time);
        _runner = new TurnRunner(_journal, Shipped.Adapter(), Shipped.Library, _time, Shipped.Defaults, Log, _beside?.Questions);
        _beside?.Start(_runner.OpineAsync);
        await _runner.RunAsync(Chat, "hello", From.Hello(), sms, default);
        for (var i = 0; i < _lines.Length; i++)
        {
            var (wait, text, tap) = _lines[i];
            await WaitAsync(TimeSpan.FromSeconds(wait));
            await SayAsync($"line {i}", text, tap, sms);
            _due.Add($"{await _journal.NextDueAsync(default):O}");
        }

        Keep(await _journal.HistoryAsync(Chat, 0, 1_000, default));
    }

    public async ValueTask DisposeAsync()
    {
        if (_beside is not null)
        {
            await _beside.DisposeAsync();
        }

        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        await _journal.DisposeAsync();
        _file.Dispose();
        _gate.Dispose();
    }

    private async Task SayAsync(string key, string? text, string? tap, bool sms)
    {
        var message = From.Text(text ?? tap!);
        if (tap is not null)
        {
            message.Value = new JObject { ["step"] = "naloxone/spray", ["answer"] = tap };
        }

        await _runner.RunAsync(Chat, key, message, sms, default);

        // An opinion comes at once, or its budget runs out while the person waits.
        await SettleAsync(_late ? _service : null);
        await WaitAsync(TimeSpan.FromSeconds(3));
        await SettleAsync(null);
        AnswerTooLate();
    }

    private void AnswerTooLate()
    {
        for (; _answered < Calls.Count; _answered++)
        {
            _gate.Release();
        }
    }

    private Task SettleAsync(LoopbackService? service) => _beside?.SettledAsync(service) ?? Task.CompletedTask;

    // Clocks that are due on the way ring at their own time.
    private async Task WaitAsync(TimeSpan span)
    {
        var until = _time.GetUtcNow() + span;
        while (await _journal.NextDueAsync(default) is { } next && next <= until)
        {
            _time.SetUtcNow(next > _time.GetUtcNow() ? next : _time.GetUtcNow());
            var alarm = (await _journal.DueAsync(_time.GetUtcNow(), 10, default)).ShouldHaveSingleItem();
            await _runner.RingAsync(alarm, default);
        }

        _time.SetUtcNow(until);
    }

    private void Keep(IReadOnlyList<LoggedTurn> history)
    {
        var opinions = history.Where(t => t.InboundKey.StartsWith("opinion/", StringComparison.Ordinal)).ToList();
        Turns = [.. history.Except(opinions).Select(t => $"{t.At:O} {t.InboundKey} {string.Join('\n', t.Outgoing.Select(o => TurnId().Replace(o, "\"id\":\"\"")))}")];
        Offers = [.. opinions.SelectMany(t => t.Outgoing).Select(ActivityJson.Read)];
        Beside = [.. opinions.Select(o => ActivityJson.Read(history.Last(t => t.Turn < o.Turn && t.Outgoing.Count > 0).Outgoing[^1]))];
    }

    [GeneratedRegex("\"id\":\"[0-9]{7}-[0-9]{2}\"")]
    private static partial Regex TurnId();
}
