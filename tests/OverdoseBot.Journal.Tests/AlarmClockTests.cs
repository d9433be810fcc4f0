namespace OverdoseBot.Journal.Tests;

/// <summary>Alarms ring when they are due, once, whatever else goes wrong.</summary>
public sealed class AlarmClockTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(30_000)]
    [InlineData(120_000)]
    public async Task It_rings_within_a_second_of_due_and_not_before(int milliseconds)
    {
        await using var bench = await ClockBench.OpenAsync();
        var due = bench.Now.AddMilliseconds(milliseconds);
        await bench.SetAsync("c", due);
        bench.Start();
        await bench.PassAsync(TimeSpan.FromMilliseconds(milliseconds - 1));
        bench.Rung.ShouldBeEmpty();
        await bench.PassAsync(_second);
        ClockBench.ShouldBeOnTime(bench.Rung.ShouldHaveSingleItem());
        await bench.PassAsync(5 * _second);
        bench.Rung.Count.ShouldBe(1);
        bench.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_overdue_alarm_rings_once_after_a_restart()
    {
        await using var bench = await ClockBench.OpenAsync();
        await bench.SetAsync("rang-before", bench.Now.AddSeconds(1));
        await bench.SetAsync("overdue", bench.Now.AddMinutes(1));
        await bench.SetAsync("later", bench.Now.AddHours(3));
        bench.Start();
        await bench.PassAsync(5 * _second);
        await bench.RestartAsync(TimeSpan.FromHours(1));
        bench.Start();
        await bench.PassAsync(5 * _second);
        await bench.RestartAsync(TimeSpan.FromHours(1));
        bench.Start();
        await bench.PassAsync(5 * _second);
        bench.Rung.Select(r => r.Conversation).ShouldBe(["rang-before", "overdue"]);
    }

    [Fact]
    public async Task A_commit_with_an_earlier_alarm_wakes_it_at_once()
    {
        await using var bench = await ClockBench.OpenAsync();
        await bench.SetAsync("later", bench.Now.AddMinutes(5));
        bench.Start();
        await bench.PassAsync(_second / 10);
        var now = bench.Now;
        // Time stands still: only the news of the commit can wake the clock.
        await bench.SetAsync("c", now);
        await bench.SettleAsync();
        bench.Rung.ShouldHaveSingleItem().ShouldBe(("c", now, now));
    }

    [Fact]
    public async Task An_alarm_that_is_set_while_it_sleeps_rings_at_its_time()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.Start();
        await bench.PassAsync(_second / 10);
        var due = bench.Now.AddMilliseconds(200);
        await bench.SetAsync("c", due);
        await bench.PassAsync(TimeSpan.FromMilliseconds(250));
        bench.Rung.ShouldHaveSingleItem().At.ShouldBeInRange(due, due.AddMilliseconds(50));
    }

    [Fact]
    public async Task A_cancelled_or_moved_alarm_never_rings_at_its_old_time()
    {
        await using var bench = await ClockBench.OpenAsync();
        var due = bench.Now.AddSeconds(10);
        await bench.SetAsync("cancelled", due);
        await bench.SetAsync("moved", due);
        await bench.SetAsync("forgotten", due);
        bench.Start();
        await bench.PassAsync(9.9 * _second);
        await bench.SetAsync("cancelled", null);
        await bench.SetAsync("moved", due.AddSeconds(20));
        await bench.Journal.ForgetAsync("forgotten", CancellationToken.None);
        await bench.PassAsync(10 * _second);
        bench.Rung.ShouldBeEmpty();
        await bench.PassAsync(11 * _second);
        ClockBench.ShouldBeOnTime(bench.Rung.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task A_thousand_alarms_at_once_ring_once_each_and_on_time()
    {
        await using var bench = await ClockBench.OpenAsync();
        var due = bench.Now.AddSeconds(3);
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => bench.SetAsync($"c{i}", due)));
        bench.Start();
        await bench.PassAsync(5 * _second);
        bench.Rung.Select(r => r.Conversation).ShouldBe(Enumerable.Range(0, 1_000).Select(i => $"c{i}"), ignoreOrder: true);
        bench.Rung.ShouldAllBe(r => r.At >= due && r.At <= due + _second);
    }
}
