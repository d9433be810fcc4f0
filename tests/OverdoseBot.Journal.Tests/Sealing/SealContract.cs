using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace OverdoseBot.Journal.Tests.Sealing;

/// <summary>What every journal promises about its keys. A store passes by deriving from this.</summary>
public abstract partial class SealContract : IAsyncLifetime
{
    protected const string Word = "she took too many blue ones";
    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    protected static readonly CancellationToken Never = CancellationToken.None;
    private static readonly byte[] _one = Random32(1);
    private static readonly byte[] _other = Random32(2);

    protected static JournalKeys One { get; } = new(_one, []);

    /// <summary>The first replicas of a change of keys: they can read what the next will write.</summary>
    protected static JournalKeys OneReadingOther { get; } = new(_one, [_other]);

    protected static JournalKeys OtherReadingOne { get; } = new(_other, [_one]);

    protected static JournalKeys Other { get; } = new(_other, []);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>Opens the same store each time.</summary>
    protected abstract ValueTask<IJournal> OpenAsync(JournalKeys keys, ILogger log);

    protected abstract string Connection { get; }

    /// <summary>Bytes as SQL has them.</summary>
    protected abstract string Literal(byte[] bytes);

    /// <summary>Whether a text is in any row, or anywhere on the disk where that can be told.</summary>
    protected abstract Task<bool> HoldsAsync(string text);

    /// <summary>Runs SQL from outside. Conversations are named by <paramref name="conversations"/>, {0} and so on in the SQL.</summary>
    protected abstract Task<object?> RunAsync(string sql, params string[] conversations);

    protected ValueTask<IJournal> OpenAsync(JournalKeys keys) => OpenAsync(keys, NullLogger.Instance);

    /// <summary>Two turns, with the word in all that they hold, and a message that waits.</summary>
    protected static async Task WriteAsync(IJournal journal, string conversation)
    {
        await SayAsync(journal, conversation, "in-1", []);
        await SayAsync(journal, conversation, "in-2", [new("sms", $"body: {Word}"), new("hub", $"note: {Word}")]);
    }

    protected static async Task SayAsync(IJournal journal, string conversation, string key, OutboxEntry[] outbox)
    {
        var version = (await journal.BeginAsync(conversation, "none", Never)).Version;
        var turn = new TurnEntry(
            conversation, version, key, Encoding.UTF8.GetBytes($"{key} record: {Word}"), $"{key} inbound: {Word}", [$"{key} reply: {Word}", "call 911"], Noon, Noon, FromPerson: true);
        (await journal.CommitAsync(turn with { Outbox = outbox }, Never)).ShouldBeOfType<CommitOutcome.Done>();
    }

    /// <summary>All that <see cref="WriteAsync"/> wrote comes back.</summary>
    protected static async Task ShouldBeThereAsync(IJournal journal, string conversation)
    {
        var opened = await journal.BeginAsync(conversation, "in-1", Never);
        Encoding.UTF8.GetString(opened.Record!.Value.Span).ShouldBe($"in-2 record: {Word}");
        opened.Earlier.ShouldNotBeNull().Outgoing.ShouldBe([$"in-1 reply: {Word}", "call 911"]);
        var history = await journal.HistoryAsync(conversation, 0, 10, Never);
        history.Select(t => t.Inbound).ShouldBe([$"in-1 inbound: {Word}", $"in-2 inbound: {Word}"]);
        history[1].Outgoing.ShouldBe([$"in-2 reply: {Word}", "call 911"]);
    }

    /// <summary>A sweep that deletes nothing.</summary>
    protected static async Task SweepAsync(IJournal journal) => (await journal.SweepAsync(Noon.AddDays(-1), Never)).ShouldBe(0);

    protected static async Task<IReadOnlyList<OutboxRow>> ClaimAsync(IJournal journal, string target = "sms") =>
        await journal.OutboxRows.ClaimAsync(target, Noon, 100, Never);

    private static byte[] Random32(int seed)
    {
        var key = new byte[JournalKeys.Size];
        new Random(seed).NextBytes(key);
        return key;
    }
}
