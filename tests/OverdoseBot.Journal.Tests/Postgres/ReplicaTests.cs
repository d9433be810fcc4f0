using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>What several replicas over one database owe each other: news, and that each message and alarm is in one hand.</summary>
public sealed class ReplicaTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken _never = CancellationToken.None;

    [Theory]
    [InlineData("c")]
    [InlineData("%\n\"😀 ש")]
    public async Task One_hears_what_the_other_committed_and_its_own_only_once(string conversation)
    {
        await using var replicas = await Replicas.OpenAsync();
        var heard = new TaskCompletionSource<Committed>();
        var own = new List<Committed>();
        replicas.Other.Committed += heard.SetResult;
        replicas.One.Committed += own.Add;
        var turn = SqliteTurns.Turn(conversation) with { At = _noon, NextDue = _noon.AddSeconds(30), Outbox = [new("sms", "text")] };
        await Replicas.DoneAsync(replicas.One, turn);

        (await Replicas.SoonAsync(heard.Task)).ShouldBe(new Committed(conversation, 1, _noon.AddSeconds(30)) { OutboxDue = _noon });
        // What the other says is heard after its own words came round.
        var back = new TaskCompletionSource<Committed>();
        replicas.One.Committed += back.SetResult;
        await Replicas.DoneAsync(replicas.Other, SqliteTurns.Turn("d"));
        await Replicas.SoonAsync(back.Task);
        own.Select(news => news.Conversation).ShouldBe([conversation, "d"]);
    }

    [Fact]
    public async Task A_commit_that_comes_again_is_told_again_because_its_connection_may_have_broken_before_the_first_was()
    {
        await using var replicas = await Replicas.OpenAsync();
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c"));
        var (own, heard) = (new List<Committed>(), new TaskCompletionSource<Committed>());
        replicas.Other.Committed += own.Add;
        replicas.One.Committed += news => heard.TrySetResult(news);

        (await replicas.Other.CommitAsync(SqliteTurns.Turn("c"), _never)).ShouldBeOfType<CommitOutcome.Duplicate>();

        own.ShouldContain(new Committed("c", 1, null));
        (await Replicas.SoonAsync(heard.Task)).ShouldBe(new Committed("c", 1, null));
    }

    [Fact]
    public async Task A_flood_of_news_with_the_longest_ids_all_arrives()
    {
        await using var replicas = await Replicas.OpenAsync();
        var ids = Enumerable.Range(0, 40).Select(i => $"{i}" + new string('\u0001', JournalLimits.KeyLength - 2)).ToArray();
        var missing = new HashSet<string>(ids);
        var all = new TaskCompletionSource<bool>();
        replicas.Other.Committed += news =>
        {
            if (missing.Remove(news.Conversation) && missing.Count == 0)
            {
                all.SetResult(true);
            }
        };
        await Task.WhenAll(ids.Select(id => Replicas.DoneAsync(replicas.One, SqliteTurns.Turn(id))));
        (await Replicas.SoonAsync(all.Task)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_listener_that_lost_its_connection_comes_back_says_so_and_hears_again()
    {
        await using var replicas = await Replicas.OpenAsync();
        var missed = new TaskCompletionSource<bool>();
        replicas.Other.Missed += () => missed.TrySetResult(true);
        await Cluster.RunAsync(replicas.Connection, $"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = {replicas.Other.Holder}");
        (await Replicas.SoonAsync(missed.Task)).ShouldBeTrue();

        var heard = new TaskCompletionSource<Committed>();
        replicas.Other.Committed += heard.SetResult;
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c"));
        (await Replicas.SoonAsync(heard.Task)).Conversation.ShouldBe("c");
    }

    [Fact]
    public async Task An_alarm_whose_news_was_lost_rings_on_another_replica_by_its_looks()
    {
        await using var replicas = await Replicas.OpenAsync();
        var time = new FakeTimeProvider(_noon);
        using var stop = new CancellationTokenSource();
        var rung = new TaskCompletionSource<DueAlarm>();
        var clock = new AlarmClock(new FlakyJournal(replicas.Other), time, (alarm, _) => Task.FromResult(rung.TrySetResult(alarm)), new CollectedLog());
        var running = Task.Run(() => clock.RunAsync(stop.Token));
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c") with { NextDue = _noon });
        var since = TimeProvider.System.GetTimestamp();
        while (!rung.Task.IsCompleted && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(120))
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        (await Replicas.SoonAsync(rung.Task)).ShouldBe(new DueAlarm("c", _noon));
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_message_in_one_hand_is_in_no_other_until_that_replica_is_gone()
    {
        await using var replicas = await Replicas.OpenAsync();
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c") with { At = _noon, Outbox = [new("sms", "one"), new("sms", "two")] });
        (await replicas.One.OutboxRows.ClaimAsync("sms", _noon, 10, _never)).ShouldHaveSingleItem().Body.ShouldBe("one");
        (await replicas.Other.OutboxRows.ClaimAsync("sms", _noon, 10, _never)).ShouldBeEmpty();
        (await replicas.Other.OutboxRows.NextDueAsync("sms", _never)).ShouldBeNull();

        await replicas.One.DisposeAsync();
        var again = await Replicas.UntilAnyAsync(() => replicas.Other.OutboxRows.ClaimAsync("sms", _noon, 10, _never));
        again.ShouldHaveSingleItem().Body.ShouldBe("one");
        again[0].Tries.ShouldBe(1, "the one that is gone may have sent it");
        await replicas.Other.OutboxRows.SettleAsync(again[0], new Delivery.Delivered(), _never);
        (await replicas.Other.OutboxRows.ClaimAsync("sms", _noon, 10, _never)).ShouldHaveSingleItem().Body.ShouldBe("two");
    }

    [Fact]
    public async Task What_went_stale_in_the_hand_of_a_replica_that_is_gone_is_never_sent()
    {
        await using var replicas = await Replicas.OpenAsync();
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c") with { At = _noon, Outbox = [new("sms", "prompt", Perishable: true)] });
        (await replicas.One.OutboxRows.ClaimAsync("sms", _noon, 10, _never)).Count.ShouldBe(1);
        var version = (await replicas.Other.BeginAsync("c", "none", _never)).Version;
        await Replicas.DoneAsync(replicas.Other, SqliteTurns.Turn("c", "in-2", version) with { At = _noon, DropsPerishable = true, Outbox = [new("sms", "reply")] });
        (await replicas.Other.OutboxRows.ClaimAsync("sms", _noon, 10, _never)).ShouldBeEmpty("its queue is in the other's hand");

        await replicas.One.DisposeAsync();
        (await Replicas.UntilAnyAsync(() => replicas.Other.OutboxRows.ClaimAsync("sms", _noon, 10, _never))).ShouldHaveSingleItem().Body.ShouldBe("reply");
    }

    [Fact]
    public async Task Two_replicas_deliver_each_message_once_and_in_order()
    {
        const int Messages = 40;
        await using var replicas = await Replicas.OpenAsync();
        foreach (var conversation in (string[])["c", "d", "e"])
        {
            await Replicas.DoneAsync(
                replicas.One, SqliteTurns.Turn(conversation) with { At = _noon, Outbox = [.. Enumerable.Range(0, Messages).Select(i => new OutboxEntry("sms", $"{i}"))] });
        }

        var sent = new List<OutboxRow>();
        await Task.WhenAll(((PostgresJournal[])[replicas.One, replicas.Other]).SelectMany(journal => Enumerable.Repeat(journal, 2)).Select(async journal =>
        {
            while (sent.Count < 3 * Messages)
            {
                foreach (var row in await journal.OutboxRows.ClaimAsync("sms", _noon, 2, _never))
                {
                    lock (sent)
                    {
                        sent.Add(row);
                    }

                    await journal.OutboxRows.SettleAsync(row, new Delivery.Delivered(), _never);
                }
            }
        }));
        foreach (var conversation in sent.GroupBy(row => row.Conversation))
        {
            conversation.Select(row => row.Body).ShouldBe(Enumerable.Range(0, Messages).Select(i => $"{i}"));
        }
    }

    [Fact]
    public async Task An_alarm_in_one_hand_is_in_no_other_until_that_replica_is_gone_or_too_slow()
    {
        await using var replicas = await Replicas.OpenAsync();
        await Replicas.DoneAsync(replicas.One, SqliteTurns.Turn("c") with { NextDue = _noon });
        (await replicas.One.DueAsync(_noon, 10, _never)).Count.ShouldBe(1);
        (await replicas.One.DueAsync(_noon, 10, _never)).Count.ShouldBe(1, "it goes on seeing its own");
        await HeldForLongAsync();
        (await replicas.Other.DueAsync(_noon, 10, _never)).ShouldBeEmpty();

        await Cluster.RunAsync(replicas.Connection, "UPDATE alarm SET held_until = now() - interval '1 second'");
        (await replicas.Other.DueAsync(_noon, 10, _never)).Count.ShouldBe(1, "the first did not ring it in time");
        await HeldForLongAsync();
        (await replicas.One.DueAsync(_noon, 10, _never)).ShouldBeEmpty();

        await replicas.Other.DisposeAsync();
        (await Replicas.UntilAnyAsync(() => replicas.One.DueAsync(_noon, 10, _never))).Count.ShouldBe(1);

        // A hand holds an alarm for seconds; a busy machine may need them for the next question.
        Task HeldForLongAsync() => Cluster.RunAsync(replicas.Connection, "UPDATE alarm SET held_until = held_until + interval '1 hour'");
    }
}
