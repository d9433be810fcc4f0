namespace OverdoseBot.Journal.Tests;

/// <summary>One message's trouble is not another's: deliveries that hang, crowds, a journal that is down, a stop in the middle.</summary>
public sealed class OutboxTroubleTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly Delivery _delivered = new Delivery.Delivered();

    [Fact]
    public async Task No_more_conversations_than_asked_are_delivered_to_at_once_and_all_get_theirs()
    {
        await using var bench = await OutboxBench.OpenAsync();
        var (now, most) = (0, 0);
        var gate = new Lock();
        bench.OnDeliver = async (_, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Yield();
            lock (gate)
            {
                now--;
            }

            return _delivered;
        };
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => bench.LeaveAsync($"c{i}", "one", "two")));
        bench.Start(atOnce: 3);
        await bench.SettleAsync();
        most.ShouldBeInRange(1, 3);
        bench.Sent.Count.ShouldBe(1_000);
        bench.Sent.GroupBy(s => s.Row.Conversation).ShouldAllBe(c => c.Select(s => s.Row.Body).SequenceEqual(new[] { "one", "two" }));
    }

    [Fact]
    public async Task What_was_sealed_with_a_key_that_is_gone_waits_for_it_and_holds_up_nobody()
    {
        var keys = new JournalKeys(new byte[JournalKeys.Size], []);
        await using var bench = await OutboxBench.OpenAsync();
        await bench.RestartAsync(_second, keys);
        await bench.LeaveAsync("sealed", "the pills were blue");
        await bench.RestartAsync(_second, JournalKeys.None);
        await bench.LeaveAsync("plain", "one", "two");
        bench.Start();
        await bench.PassAsync(60 * _second, stepMilliseconds: 500);
        bench.Bodies.ShouldBe(["one", "two"]);
        bench.Log.Lines.ShouldNotBeEmpty();
        bench.Log.Lines.ShouldAllBe(line => line.Contains("Set Journal:Key") && !line.Contains("blue"));

        await bench.RestartAsync(60 * _second, keys);
        bench.Start();
        await bench.PassAsync(_second);
        bench.Bodies.ShouldBe(["one", "two", "the pills were blue"]);
    }

    [Fact]
    public async Task A_delivery_that_hangs_holds_up_only_its_own_conversation_and_a_stop_ends_it()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.AwaitDeliveries = false;
        bench.OnDeliver = async (row, cancel) =>
        {
            await (row.Conversation == "hangs" ? Task.Delay(Timeout.Infinite, cancel) : Task.CompletedTask);
            return _delivered;
        };
        await bench.LeaveAsync("hangs", "one", "two");
        bench.Start(atOnce: 2);
        await bench.UntilAsync(() => bench.Sent.Count == 1);
        await bench.LeaveAsync("c", "three", "four");
        await bench.UntilAsync(() => bench.Sent.Count == 3);
        bench.Bodies.ShouldBe(["one", "three", "four"]);

        await bench.RestartAsync(TimeSpan.FromMinutes(1));
        bench.OnDeliver = (_, _) => Task.FromResult(_delivered);
        bench.Start();
        bench.AwaitDeliveries = true;
        await bench.PassAsync(_second);
        bench.Bodies.ShouldBe(["one", "three", "four", "one", "two"]);
        bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_sent_while_the_program_stops_is_noted_and_not_sent_again()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.AwaitDeliveries = false;
        bench.OnDeliver = async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default);
            return _delivered;
        };
        await bench.LeaveAsync("c", "one");
        bench.Start();
        await bench.UntilAsync(() => bench.Sent.Count == 1);
        await bench.RestartAsync(TimeSpan.FromMinutes(1));
        bench.Start();
        await bench.PassAsync(_second);
        bench.Bodies.ShouldBe(["one"]);
    }

    [Fact]
    public async Task What_is_being_sent_when_the_program_stops_may_end_and_is_not_sent_again()
    {
        await using var bench = await OutboxBench.OpenAsync();
        (bench.AwaitDeliveries, bench.Grace) = (false, TimeSpan.FromMinutes(2));
        var answer = new TaskCompletionSource();
        bench.OnDeliver = async (_, cancel) =>
        {
            await answer.Task.WaitAsync(cancel);
            return _delivered;
        };
        await bench.LeaveAsync("c", "one");
        bench.Start();
        await bench.UntilAsync(() => bench.Sent.Count == 1);
        var restarting = bench.RestartAsync(TimeSpan.FromMinutes(1));
        answer.SetResult();
        await restarting;
        bench.Start();
        await bench.PassAsync(_second);
        bench.Bodies.ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_journal_that_is_down_for_a_while_is_asked_again_and_nothing_is_sent_twice()
    {
        await using var bench = await OutboxBench.OpenAsync();
        var flaky = new FlakyJournal(bench.Journal) { Down = true };
        await bench.LeaveAsync("c", "one", "two");
        bench.OnDeliver = (row, _) =>
        {
            // The second time it goes down between a delivery and its note.
            flaky.Down = row.Body == "one";
            return Task.FromResult(_delivered);
        };
        bench.Start(flaky);
        await bench.PassAsync(3 * _second);
        bench.Sent.ShouldBeEmpty();
        flaky.Down = false;
        bench.AwaitDeliveries = false;
        await bench.UntilAsync(() => bench.Log.Lines.Any(line => line.Contains("could not be noted")));
        bench.Bodies.ShouldBe(["one"]);
        flaky.Down = false;
        await bench.UntilAsync(() => bench.Sent.Count == 2);
        bench.Bodies.ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task A_message_whose_news_was_lost_is_found_by_the_poll()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.Start(new FlakyJournal(bench.Journal));
        await bench.PassAsync(_second / 10);
        await bench.LeaveAsync("c", "one");
        await bench.PassAsync(1.2 * _second);
        bench.Bodies.ShouldBe(["one"]);
    }

    [Fact]
    public async Task It_runs_once()
    {
        await using var bench = await OutboxBench.OpenAsync();
        var outbox = new Outbox(bench.Journal, bench.Time, "sms", bench.OnDeliver, bench.Log);
        using var stop = new CancellationTokenSource();
        var running = outbox.RunAsync(stop.Token);
        await Should.ThrowAsync<InvalidOperationException>(() => outbox.RunAsync(stop.Token));
        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData(0, 0.0, 500)]
    [InlineData(0, 0.5, 750)]
    [InlineData(3, 0.0, 4_000)]
    [InlineData(9, 0.0, 30_000)]
    [InlineData(int.MaxValue, 0.0, 30_000)]
    [InlineData(-1, 0.0, 500)]
    public void A_pause_doubles_up_to_the_longest(int tries, double random, int milliseconds) =>
        Backoff.After(tries, _second, TimeSpan.FromMinutes(1), random).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
}
