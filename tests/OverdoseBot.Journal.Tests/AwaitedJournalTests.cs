using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Journal.Tests.Postgres;

namespace OverdoseBot.Journal.Tests;

/// <summary>A program that starts while its server is away does not give up: its calls fail until the server is there, and then they do not.</summary>
public sealed class AwaitedJournalTests
{
    private const string Person = "one";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task A_server_that_is_away_at_the_start_is_awaited_and_then_it_serves()
    {
        using var cluster = await Cluster.StartAsync();
        var connection = await cluster.SchemaAsync();
        await cluster.KillAsync();
        await using var journal = await Journals.OpenOrAwaitAsync(connection, TimeProvider.System, NullLoggerFactory.Instance);
        var (told, missed) = (new List<Committed>(), new TaskCompletionSource());
        journal.Committed += told.Add;
        journal.Missed += () => missed.TrySetResult();

        foreach (var call in Calls(journal))
        {
            (await Should.ThrowAsync<JournalException>(call)).Message.ShouldContain("cannot be reached");
        }

        missed.Task.IsCompleted.ShouldBeFalse();
        await cluster.RestartAsync();
        await missed.Task.WaitAsync(_patience); // who looked before looks again

        await Replicas.DoneAsync(journal, SqliteTurns.Turn(Person));
        told.ShouldHaveSingleItem().Conversation.ShouldBe(Person);
        foreach (var call in Calls(journal))
        {
            await call();
        }

        await journal.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => journal.NextDueAsync(CancellationToken.None).AsTask());
    }

    [Theory]
    [InlineData("Search Path=nowhere")]
    [InlineData("Host=/no/such/folder")]
    public async Task What_somebody_must_mend_is_not_awaited(string setting) =>
        await Should.ThrowAsync<JournalException>(async () =>
            await Journals.OpenOrAwaitAsync($"{await (await Cluster.SharedAsync()).SchemaAsync()};{setting}", TimeProvider.System, NullLoggerFactory.Instance));

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1")]
    [InlineData("Host=db.invalid")]
    public async Task A_port_that_refuses_and_a_name_that_is_not_known_may_be_there_soon(string server)
    {
        await using var journal = await Journals.OpenOrAwaitAsync(server + ";Username=bot;Database=d", TimeProvider.System, NullLoggerFactory.Instance);
        await Should.ThrowAsync<JournalException>(() => journal.NextDueAsync(CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task It_says_once_a_minute_that_the_server_is_away_and_any_failure_is_tried_again()
    {
        var (time, tries, log) = (new FakeTimeProvider(), 0, new CollectedLog());
        var began = time.GetUtcNow();
        await using var journal = new AwaitedJournal(
            _ => Interlocked.Increment(ref tries) % 2 == 0 ? throw new JournalException("It is away.") : throw new InvalidOperationException("a defect"), new JournalException("It was away."), time, log);
        for (var since = TimeProvider.System.GetTimestamp(); Volatile.Read(ref tries) <= 300; await Task.Yield())
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(_patience, "it is not tried again");
            time.Advance(TimeSpan.FromMilliseconds(200));
        }

        log.Lines.Count(line => line.Contains("It was away", StringComparison.Ordinal)).ShouldBe(1);
        // While a busy machine makes one try, minutes may pass here.
        log.Lines.Count(line => line.Contains("It is away", StringComparison.Ordinal)).ShouldBeInRange(1, 1 + (int)(time.GetUtcNow() - began).TotalMinutes);
        log.Lines.ShouldNotContain(line => line.Contains("a defect", StringComparison.Ordinal), "what an exception says may hold what a person wrote");
        await journal.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => journal.NextDueAsync(CancellationToken.None).AsTask());
    }

    private static IEnumerable<Func<Task>> Calls(IJournal journal) =>
    [
        () => journal.BeginAsync(Person, "none", CancellationToken.None).AsTask(),
        () => journal.CommitAsync(SqliteTurns.Turn("other"), CancellationToken.None).AsTask(),
        () => journal.HistoryAsync(Person, 0, 1, CancellationToken.None).AsTask(),
        () => journal.DueAsync(DateTimeOffset.UnixEpoch, 1, CancellationToken.None).AsTask(),
        () => journal.SweepAsync(DateTimeOffset.UnixEpoch, CancellationToken.None).AsTask(),
        async () => await journal.OutboxRows.ClaimAsync("sms", DateTimeOffset.UnixEpoch, 1, CancellationToken.None),
        () => journal.ForgetAsync(Person, CancellationToken.None).AsTask(),
    ];
}
