namespace OverdoseBot.Journal.Tests;

/// <summary>What turns left is delivered, in order, or dropped when its time is over.</summary>
public sealed class OutboxTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly Delivery _delivered = new Delivery.Delivered();

    [Fact]
    public async Task A_commit_wakes_it_at_once_and_messages_go_out_in_order()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.Start();
        await bench.SettleAsync();
        // Time stands still: only the news of the commit can wake it.
        await bench.LeaveAsync("c", "one", "two");
        await bench.LeaveAsync("c", "three");
        await bench.SettleAsync();
        bench.Bodies.ShouldBe(["one", "two", "three"]);
        await bench.PassAsync(5 * _second);
        bench.Sent.Count.ShouldBe(3);
        bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_with_a_time_goes_out_within_a_second_of_it_and_not_before()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.Start();
        var due = bench.Now.AddMilliseconds(2_500);
        await bench.LeaveAsync("c", drops: false, new OutboxEntry("sms", "later", NotBefore: due));
        await bench.PassAsync(2.45 * _second);
        bench.Sent.ShouldBeEmpty();
        await bench.PassAsync(_second);
        bench.Sent.ShouldHaveSingleItem().At.ShouldBeInRange(due, due + (_second / 5));
    }

    [Fact]
    public async Task A_retry_comes_at_its_time_before_what_is_behind_it_while_others_go_on()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.OnDeliver = (row, _) => Task.FromResult(
            row.Body == "one" && row.Tries < 2 ? new Delivery.Retry(bench.Now.AddSeconds(10)) : _delivered);
        var start = bench.Now;
        await bench.LeaveAsync("c", "one", "two");
        await bench.LeaveAsync("d", "other");
        bench.Start();
        await bench.PassAsync(30 * _second);
        bench.Sent.Where(s => s.Row.Conversation == "c").Select(s => (s.Row.Body, s.Row.Tries)).ShouldBe([("one", 0), ("one", 1), ("one", 2), ("two", 0)]);
        bench.Sent.Where(s => s.Row.Body == "one").Select(s => (s.At - start).TotalSeconds).ShouldBe([0, 10, 20], tolerance: 0.3);
        bench.Sent.Single(s => s.Row.Conversation == "d").At.ShouldBe(start);
    }

    [Fact]
    public async Task A_deliverer_that_throws_is_tried_again_and_its_words_are_not_logged()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.OnDeliver = (row, _) => row.Tries < 3 ? throw new InvalidOperationException("she took the pills, +15550100") : Task.FromResult(_delivered);
        var start = bench.Now;
        await bench.LeaveAsync("c", "one");
        bench.Start();
        await bench.PassAsync(20 * _second);
        // After pauses of ½–1, 1–2 and 2–4 seconds.
        bench.Sent.Count.ShouldBe(4);
        bench.Sent.Last().At.ShouldBeInRange(start.AddSeconds(3.5), start.AddSeconds(8));
        bench.Log.Lines.Count.ShouldBe(3);
        bench.Log.Lines.ShouldAllBe(line => line.Contains("InvalidOperationException") && !line.Contains("pills"));
    }

    [Fact]
    public async Task What_has_expired_is_dropped_and_never_sent()
    {
        await using var bench = await OutboxBench.OpenAsync();
        await bench.LeaveAsync("c", drops: false, new OutboxEntry("sms", "prompt", Perishable: true, Expires: bench.Now.AddSeconds(300)), new OutboxEntry("sms", "reply"));
        bench.Time.Advance(TimeSpan.FromSeconds(300));
        bench.Start();
        await bench.PassAsync(2 * _second);
        bench.Bodies.ShouldBe(["reply"]);
        bench.Log.Lines.ShouldHaveSingleItem().ShouldContain("given up after 0 earlier tries: it expired");
    }

    [Fact]
    public async Task What_a_later_turn_made_stale_is_never_sent_even_between_two_tries()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.OnDeliver = (row, _) => Task.FromResult(row.Body == "prompt" ? new Delivery.Retry(bench.Now.AddSeconds(5)) : _delivered);
        bench.Start();
        await bench.LeaveAsync("c", drops: false, new OutboxEntry("sms", "prompt", Perishable: true));
        await bench.PassAsync(_second);
        await bench.LeaveAsync("c", drops: true, new OutboxEntry("sms", "reply"));
        await bench.PassAsync(20 * _second);
        bench.Bodies.ShouldBe(["prompt", "reply"]);
    }

    [Fact]
    public async Task What_waits_goes_out_after_a_restart()
    {
        await using var bench = await OutboxBench.OpenAsync();
        bench.OnDeliver = (_, _) => Task.FromResult<Delivery>(new Delivery.Retry(bench.Now.AddSeconds(30)));
        await bench.LeaveAsync("c", "one", "two");
        bench.Start();
        await bench.PassAsync(_second);
        await bench.RestartAsync(TimeSpan.FromMinutes(1));
        bench.OnDeliver = (_, _) => Task.FromResult(_delivered);
        bench.Start();
        await bench.PassAsync(_second);
        bench.Sent.Select(s => (s.Row.Body, s.Row.Tries)).ShouldBe([("one", 0), ("one", 1), ("two", 0)]);
        await bench.RestartAsync(TimeSpan.FromMinutes(1));
        bench.Start();
        await bench.PassAsync(_second);
        bench.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_crash_between_delivery_and_its_note_sends_once_more_with_the_same_number()
    {
        await using var bench = await OutboxBench.OpenAsync();
        await bench.LeaveAsync("c", "one", "two");
        // Handed out and sent, but the process dies before it says so.
        var lost = (await bench.Journal.OutboxRows.ClaimAsync("sms", bench.Now, 10, CancellationToken.None)).ShouldHaveSingleItem();
        await bench.RestartAsync(TimeSpan.Zero);
        bench.Start();
        await bench.PassAsync(_second);
        bench.Bodies.ShouldBe(["one", "two"]);
        bench.Sent.First().Row.ShouldBe(lost);
    }
}
