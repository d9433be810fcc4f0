namespace OverdoseBot.Journal.Tests;

/// <summary>The machine's clock is set forward or back by an hour while people wait: every alarm rings once, none is lost.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Set_forward_what_is_due_by_then_rings_at_once_and_once()
    {
        await using var bench = await ClockBench.OpenAsync();
        await bench.SetAsync("soon", bench.Now.AddMinutes(2));
        await bench.SetAsync("within", bench.Now.AddMinutes(59));
        await bench.SetAsync("later", bench.Now.AddHours(2));
        bench.Start();
        await bench.PassAsync(_second);

        bench.Time.AdjustTime(bench.Now + _hour);
        await bench.PassAsync(2 * _second);

        bench.Rung.Select(r => r.Conversation).ShouldBe(["soon", "within"], ignoreOrder: true);
        await bench.PassAsync(10 * _second);
        bench.Rung.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Set_back_what_is_set_rings_once_when_its_time_has_come_and_what_rang_does_not_ring_again()
    {
        await using var bench = await ClockBench.OpenAsync();
        await bench.SetAsync("rang", bench.Now.AddSeconds(1));
        await bench.SetAsync("waits", bench.Now.AddMinutes(2));
        bench.Start();
        await bench.PassAsync(3 * _second);
        bench.Rung.Select(r => r.Conversation).ShouldBe(["rang"]);

        bench.Time.AdjustTime(bench.Now - _hour);
        var due = bench.Now.AddSeconds(30);
        await bench.SetAsync("new", due);
        await bench.PassAsync(31 * _second, stepMilliseconds: 500);

        ClockBench.ShouldBeOnTime(bench.Rung.Last());
        bench.Rung.Select(r => r.Conversation).ShouldBe(["rang", "new"]);
        await bench.PassAsync(_hour + TimeSpan.FromMinutes(3), stepMilliseconds: 10_000);
        bench.Rung.Select(r => r.Conversation).ShouldBe(["rang", "new", "waits"]);
    }

    [Fact]
    public async Task What_failed_while_the_clock_was_an_hour_ahead_does_not_wait_for_that_hour()
    {
        await using var bench = await ClockBench.OpenAsync();
        var fails = true;
        bench.OnRing = (alarm, _) => fails ? throw new InvalidOperationException() : bench.SetAsync(alarm.Conversation, null);
        await bench.SetAsync("c", bench.Now.AddMinutes(-5));
        bench.Time.AdjustTime(bench.Now + _hour);
        bench.Start();
        await bench.PassAsync(5 * _second);
        var tries = bench.Rung.Count;
        fails = false;

        bench.Time.AdjustTime(bench.Now - _hour);
        await bench.PassAsync(3 * _second);

        bench.Rung.Count.ShouldBe(tries + 1);
    }
}
