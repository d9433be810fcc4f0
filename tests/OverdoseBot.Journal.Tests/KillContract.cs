using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal.Writer;
using Xunit.Abstractions;

namespace OverdoseBot.Journal.Tests;

/// <summary>A real process commits turns and is killed without warning, again and again, over one store.</summary>
public abstract class KillContract(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);
    private readonly Dictionary<string, long> _acknowledged = [];
    private readonly Dictionary<string, List<string>> _left = [];
    private long _unacknowledged;

    protected abstract int Kills { get; }

    /// <summary>A life of the process ends before this many acknowledgements.</summary>
    protected abstract int MostAcknowledged { get; }

    /// <summary>Where the turns are kept: the same place each time.</summary>
    protected abstract Task<string> ConnectionAsync();

    /// <summary>What happens while the process writes, half way through.</summary>
    protected virtual Task BeforeKillAsync(int kill) => Task.CompletedTask;

    /// <summary>What else is killed, or waited for, once the process is dead.</summary>
    protected virtual Task AfterKillAsync(int kill) => Task.CompletedTask;

    [Fact]
    public async Task Every_acknowledged_turn_survives_every_kill()
    {
        // A fixed seed: which moments are tried can be repeated, what the process was doing then cannot.
        var random = new Random(911);
        var total = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            // Every sixth time it is killed while it opens the file, perhaps while it recovers from the last kill.
            var acknowledgements = kill % 6 == 5 ? 0 : random.Next(1, MostAcknowledged);
            total += await WriteAndKillAsync(acknowledgements, kill);
            await AfterKillAsync(kill);
            await CheckAsync();
        }

        output.WriteLine($"{Kills} kills, {total} acknowledged turns, {_unacknowledged} kept whose acknowledgement was lost");
        total.ShouldBeGreaterThan(Kills * 50);
        _acknowledged.Count.ShouldBe(Script.Conversations);
    }

    // Returns how many turns were acknowledged. What the process had printed is read to the end after its death.
    private async Task<int> WriteAndKillAsync(int acknowledgements, int kill)
    {
        using var process = WriterProcess.Start(await ConnectionAsync());
        var seen = 0;
        try
        {
            (await ReadLineAsync(process)).ShouldBe("opening");
            while (seen < acknowledgements)
            {
                Acknowledge((await ReadLineAsync(process)).ShouldNotBeNull("the writer stopped by itself"));
                if (++seen == (acknowledgements + 1) / 2)
                {
                    await BeforeKillAsync(kill);
                }
            }
        }
        finally
        {
            process.Kill();
        }

        var rest = await process.StandardOutput.ReadToEndAsync().WaitAsync(_patience);
        // A line that the kill cut in two was not acknowledged.
        foreach (var line in rest.Split('\n')[..^1])
        {
            Acknowledge(line);
            seen++;
        }

        await process.WaitForExitAsync().WaitAsync(_patience);
        process.ExitCode.ShouldNotBe(0, "it was killed, it did not end");
        return seen;
    }

    private static async Task<string?> ReadLineAsync(Process process) => await process.StandardOutput.ReadLineAsync().WaitAsync(_patience);

    private void Acknowledge(string line)
    {
        var words = line.Split(' ');
        words[0].ShouldBe("ack", line);
        var turn = long.Parse(words[2], CultureInfo.InvariantCulture);
        turn.ShouldBeGreaterThan(_acknowledged.GetValueOrDefault(words[1]), "a turn number was given twice");
        _acknowledged[words[1]] = turn;
    }

    private async Task CheckAsync()
    {
        await using var journal = await Journals.OpenAsync(await ConnectionAsync(), TimeProvider.System, NullLoggerFactory.Instance);
        var due = (await journal.DueAsync(DateTimeOffset.MaxValue, int.MaxValue, CancellationToken.None)).ToDictionary(d => d.Conversation, d => d.Due);
        await DeliverAllAsync(journal);
        foreach (var conversation in Enumerable.Range(0, Script.Conversations).Select(Script.Conversation))
        {
            var acknowledged = _acknowledged.GetValueOrDefault(conversation);
            var history = await journal.HistoryAsync(conversation, 0, int.MaxValue, CancellationToken.None);
            history.Select((turn, index) => turn.Turn == index + 1).ShouldNotContain(false, "numbered without gaps, in order");
            // At most the one turn under way when the process died can be there without an acknowledgement.
            ((long)history.Count).ShouldBeInRange(acknowledged, acknowledged + 1, conversation);
            _unacknowledged += history.Count - acknowledged;
            history.FirstOrDefault(turn => !IsAsWritten(conversation, turn)).ShouldBeNull("a turn is not what was written");

            await CheckRowAsync(journal, conversation, history.Count, due);
            _left.GetValueOrDefault(conversation, []).ShouldBe(history.SelectMany(turn => Script.Outbox(conversation, turn.Turn)).Select(message => message.Body), conversation);
            _acknowledged[conversation] = history.Count;
        }
    }

    // Nobody ever delivered anything in the process that died.
    private async Task DeliverAllAsync(IJournal journal)
    {
        while (await journal.OutboxRows.ClaimAsync("sms", DateTimeOffset.MaxValue, Script.Conversations, CancellationToken.None) is { Count: > 0 } heads)
        {
            foreach (var row in heads)
            {
                (_left.TryGetValue(row.Conversation, out var left) ? left : _left[row.Conversation] = []).Add(row.Body);
            }

            await Task.WhenAll(heads.Select(row => journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), CancellationToken.None).AsTask()));
        }
    }

    // Plain comparisons: hundreds of thousands of them.
    private static bool IsAsWritten(string conversation, LoggedTurn turn) =>
        turn.InboundKey == Script.Key(conversation, turn.Turn)
        && turn.Inbound == Script.Inbound(conversation, turn.Turn)
        && turn.Outgoing.SequenceEqual(Script.Outgoing(conversation, turn.Turn));

    // The row must belong to the last turn of the log: record, key, version and alarm.
    private static async Task CheckRowAsync(IJournal journal, string conversation, long last, Dictionary<string, DateTimeOffset> due)
    {
        var opened = await journal.BeginAsync(conversation, Script.Key(conversation, last), CancellationToken.None);
        Script.TurnOf(opened.Record).ShouldBe(last);
        (opened.Earlier?.Turn ?? 0).ShouldBe(last);
        (due.TryGetValue(conversation, out var at) ? at : (DateTimeOffset?)null).ShouldBe(last == 0 ? null : Script.NextDue(last));
        var again = SqliteTurns.Turn(conversation, Script.Key(conversation, last), opened.Version);
        if (last > 0)
        {
            (await journal.CommitAsync(again, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Duplicate>();
            (await journal.CommitAsync(again with { InboundKey = "new", Version = opened.Version - 1 }, CancellationToken.None))
                .ShouldBeOfType<CommitOutcome.Conflict>();
        }
    }
}
