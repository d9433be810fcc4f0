using System.Globalization;

namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_new_conversation_has_no_record_and_version_0()
    {
        var opened = await Journal.BeginAsync("c", "in-1", Never);
        opened.ShouldBe(new Opened(null, 0, null));
    }

    [Fact]
    public async Task A_committed_turn_is_read_back_as_it_was_given()
    {
        var done = await DoneAsync(Turn("c", 0, "in-1", "first record", "hello", "call 911"));
        done.Turn.ShouldBe(1);
        done.InboundKey.ShouldBe("in-1");
        done.Inbound.ShouldBe("\"in-1\"");
        done.Outgoing.ShouldBe(["hello", "call 911"]);
        done.At.ShouldBe(Noon);
        (await RecordAsync("c")).ShouldBe("first record");
        ShouldBeSame((await HistoryAsync("c")).ShouldHaveSingleItem(), done);
    }

    [Fact]
    public async Task A_commit_says_which_version_it_made()
    {
        var version = 0L;
        for (var turn = 1; turn <= 3; turn++)
        {
            // What it leaves for delivery and what it erases change nothing of that.
            var entry = Turn("c", version, $"in-{turn}") with { Outbox = [new OutboxEntry("sms", "one"), new OutboxEntry("sms", "two")], ErasesSince = turn == 2 ? Noon : null };
            version = (await CommitAsync(entry)).ShouldBeOfType<CommitOutcome.Done>().Version;
            (await Journal.BeginAsync("c", "none", Never)).Version.ShouldBe(version);
        }
    }

    [Fact]
    public async Task The_same_input_again_gets_the_same_replies_and_no_second_turn()
    {
        var first = await DoneAsync(Turn("c", 0, "in-1", "one", "a", "b"));
        var opened = await Journal.BeginAsync("c", "in-1", Never);
        ShouldBeSame(opened.Earlier, first);

        var again = await CommitAsync(Turn("c", opened.Version, "in-1", "two", "other"));
        ShouldBeSame(again.ShouldBeOfType<CommitOutcome.Duplicate>().Earlier, first);
        (await RecordAsync("c")).ShouldBe("one");
        (await HistoryAsync("c")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_duplicate_wins_over_a_conflict()
    {
        var first = await DoneAsync(Turn("c", 0, "in-1", "one", "a"));
        var again = await CommitAsync(Turn("c", 0, "in-1", "two"));
        ShouldBeSame(again.ShouldBeOfType<CommitOutcome.Duplicate>().Earlier, first);
    }

    [Fact]
    public async Task The_same_key_in_another_conversation_is_another_input()
    {
        await DoneAsync(Turn("c", 0, "in-1", "one", "a"));
        (await Journal.BeginAsync("d", "in-1", Never)).Earlier.ShouldBeNull();
        (await DoneAsync(Turn("d", 0, "in-1", "two", "b"))).Outgoing.ShouldBe(["b"]);
    }

    [Fact]
    public async Task A_turn_on_a_version_that_moved_changes_nothing()
    {
        await DoneAsync(Turn("c", 0, "in-1", "one"));
        var stale = (await Journal.BeginAsync("c", "in-3", Never)).Version;
        await DoneAsync(Turn("c", stale, "in-2", "two"));

        (await CommitAsync(Turn("c", stale, "in-3", "three"))).ShouldBeOfType<CommitOutcome.Conflict>();
        (await CommitAsync(Turn("c", 0, "in-3", "three"))).ShouldBeOfType<CommitOutcome.Conflict>();
        (await CommitAsync(Turn("new", 7, "in-1", "three"))).ShouldBeOfType<CommitOutcome.Conflict>();
        (await RecordAsync("c")).ShouldBe("two");
        (await RecordAsync("new")).ShouldBeNull();
        (await HistoryAsync("c")).Select(t => t.InboundKey).ShouldBe(["in-1", "in-2"]);
    }

    [Fact]
    public async Task Versions_grow()
    {
        var versions = new List<long> { 0 };
        for (var i = 0; i < 5; i++)
        {
            await DoneAsync(Turn("c", versions[^1], $"in-{i}"));
            versions.Add((await Journal.BeginAsync("c", "none", Never)).Version);
        }

        versions.ShouldBe(versions.Distinct().Order());
    }

    [Fact]
    public async Task The_last_32_inputs_are_known_and_in_any_order()
    {
        for (var i = 1; i <= 40; i++)
        {
            await AppendAsync(Turn("c", 0, $"in-{i}", "r", $"reply {i}"));
        }

        foreach (var i in Enumerable.Range(40 - JournalLimits.RecentKeys + 1, JournalLimits.RecentKeys).Reverse())
        {
            (await Journal.BeginAsync("c", $"in-{i}", Never)).Earlier.ShouldNotBeNull().Outgoing.ShouldBe([$"reply {i}"]);
        }
    }

    [Fact]
    public async Task Inputs_that_come_out_of_order_are_each_answered_once()
    {
        string[] arrivals = ["in-3", "in-1", "in-3", "in-2", "in-1", "in-2", "in-3"];
        var turns = 0;
        foreach (var key in arrivals)
        {
            var opened = await Journal.BeginAsync("c", key, Never);
            if (opened.Earlier is { } earlier)
            {
                earlier.Outgoing.ShouldBe([$"to {key}"]);
            }
            else
            {
                await DoneAsync(Turn("c", opened.Version, key, "r", $"to {key}"));
                turns++;
            }
        }

        turns.ShouldBe(3);
        (await HistoryAsync("c")).Select(t => t.InboundKey).ShouldBe(["in-3", "in-1", "in-2"]);
    }

    [Fact]
    public async Task Parallel_turns_of_one_conversation_never_interleave()
    {
        const int People = 8, Each = 25;
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                while (!await CountAsync($"{person}/{i}"))
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        })));

        (await RecordAsync("c")).ShouldBe("200");
        var history = await HistoryAsync("c");
        history.Select(t => t.Turn).ShouldBe(Enumerable.Range(1, People * Each).Select(n => (long)n));
        history.Select(t => t.Outgoing[0]).ShouldBe(Enumerable.Range(1, People * Each).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        conflicts.ShouldBeGreaterThan(0, "the turns never met, so this proved nothing");
    }

    [Fact]
    public async Task The_same_input_twice_at_once_is_one_turn()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => CommitAsync(Turn("c", 0, "in-1", "r", $"reply {i}")))));
        var done = outcomes.OfType<CommitOutcome.Done>().ShouldHaveSingleItem().Turn;
        foreach (var duplicate in outcomes.OfType<CommitOutcome.Duplicate>())
        {
            ShouldBeSame(duplicate.Earlier, done);
        }

        outcomes.OfType<CommitOutcome.Conflict>().ShouldBeEmpty();
    }

    // Adds one to the number in the record and replies with it: only true if nothing came between.
    private async Task<bool> CountAsync(string key)
    {
        var opened = await Journal.BeginAsync("c", key, Never);
        var count = 1 + (opened.Record is { } record ? int.Parse(record.Span, CultureInfo.InvariantCulture) : 0);
        var text = count.ToString(CultureInfo.InvariantCulture);
        return await CommitAsync(Turn("c", opened.Version, key, text, text)) is CommitOutcome.Done;
    }
}
