using System.Text;

namespace OverdoseBot.Journal.Tests;

/// <summary>What every journal promises. A store passes by deriving from this and opening an empty journal.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    protected static readonly CancellationToken Never = CancellationToken.None;

    protected IJournal Journal { get; private set; } = null!;

    public async Task InitializeAsync() => Journal = await OpenAsync();

    public async Task DisposeAsync() => await Journal.DisposeAsync();

    protected abstract ValueTask<IJournal> OpenAsync();

    protected static TurnEntry Turn(string conversation, long version = 0, string key = "in-1", string record = "record", params string[] outgoing) =>
        new(conversation, version, key, Encoding.UTF8.GetBytes(record), $"\"{key}\"", outgoing, null, Noon, FromPerson: true);

    protected async Task<CommitOutcome> CommitAsync(TurnEntry turn) => await Journal.CommitAsync(turn, Never);

    protected async Task<LoggedTurn> DoneAsync(TurnEntry turn) => (await CommitAsync(turn)).ShouldBeOfType<CommitOutcome.Done>().Turn;

    /// <summary>Commits on whatever version there is.</summary>
    protected async Task<LoggedTurn> AppendAsync(TurnEntry turn) =>
        await DoneAsync(turn with { Version = (await Journal.BeginAsync(turn.Conversation, "none", Never)).Version });

    protected async Task<string?> RecordAsync(string conversation) =>
        (await Journal.BeginAsync(conversation, "none", Never)).Record is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    protected async Task<IReadOnlyList<LoggedTurn>> HistoryAsync(string conversation) => await Journal.HistoryAsync(conversation, 0, int.MaxValue, Never);

    protected static void ShouldBeSame(LoggedTurn? actual, LoggedTurn expected)
    {
        actual.ShouldNotBeNull();
        actual.Outgoing.ShouldBe(expected.Outgoing);
        (actual with { Outgoing = [] }).ShouldBe(expected with { Outgoing = [] });
    }
}
