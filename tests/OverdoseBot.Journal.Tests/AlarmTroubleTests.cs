using System.Collections.Concurrent;

namespace OverdoseBot.Journal.Tests;

/// <summary>One alarm's trouble is not another's: rings that fail, hang or change nothing, and a journal that is down.</summary>
public sealed class AlarmTroubleTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_ring_that_fails_rings_again_soon_and_others_do_not_wait()
    {
        await using var bench = await ClockBench.OpenAsync();
        var tries = 0;
        bench.OnRing = (alarm, _) => alarm.Conversation == "bad" && ++tries <= 3
            ? throw new InvalidOperationException("she took the pills, +15550100")
            : bench.SetAsync(alarm.Conversation, null);
        await bench.SetAsync("bad", bench.Now);
        await bench.SetAsync("good", bench.Now.AddMilliseconds(500));
        bench.Start();
        await bench.PassAsync(10 * _second, stepMilliseconds: 10);

        var start = bench.Rung.First().At;
        bench.Rung.Where(r => r.Conversation == "bad").Select(r => (r.At - start).TotalMilliseconds).ShouldBe([0, 250, 750, 1_750], tolerance: 150);
        ClockBench.ShouldBeOnTime(bench.Rung.Where(r => r.Conversation == "good").ShouldHaveSingleItem());
        bench.Log.Lines.Count.ShouldBe(3);
        bench.Log.Lines.ShouldAllBe(line => line.Contains("InvalidOperationException") && !line.Contains("pills") && !line.Contains("bad"));
    }

    [Fact]
    public async Task A_ring_that_leaves_the_alarm_due_does_not_spin()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.OnRing = (_, _) => Task.CompletedTask;
        await bench.SetAsync("c", bench.Now);
        bench.Start();
        await bench.PassAsync(60 * _second, stepMilliseconds: 250);
        // 0, ¼, ¾ s and then every second.
        bench.Rung.Count.ShouldBeInRange(45, 63);
    }

    [Fact]
    public async Task A_ring_that_hangs_holds_up_only_its_own_conversation()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.AwaitRings = false;
        bench.OnRing = (alarm, cancel) => alarm.Conversation == "hangs"
            ? Task.Delay(Timeout.Infinite, cancel)
            : bench.SetAsync(alarm.Conversation, null);
        await bench.SetAsync("hangs", bench.Now);
        await bench.SetAsync("c", bench.Now.AddSeconds(2));
        bench.Start();
        await bench.PassAsync(2 * _second);
        // Its alarm moves while it hangs: still not two rings of one conversation at once.
        await bench.SetAsync("hangs", bench.Now);
        await bench.PassAsync(3 * _second);
        await bench.StopAsync();
        bench.Rung.Select(r => r.Conversation).ShouldBe(["hangs", "c"]);
    }

    [Fact]
    public async Task A_look_that_fails_at_the_moment_of_stopping_still_waits_for_what_rings()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.AwaitRings = false;
        var (over, ends, looks) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        bench.OnRing = async (_, _) => await ends.Task;
        await bench.SetAsync("c", bench.Now);
        bench.Start(new FailsWhenStopped(bench.Journal, over.Task, looks));
        for (var since = TimeProvider.System.GetTimestamp(); !looks.Task.IsCompleted; await Task.Yield())
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(120));
            bench.Time.Advance(_second);
        }

        var stopping = bench.StopAsync();
        over.SetResult();
        ends.SetResult();
        await stopping;
    }

    [Fact]
    public async Task Hundreds_that_keep_failing_do_not_crowd_out_one_that_works()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.OnRing = (alarm, _) => alarm.Conversation == "good" ? bench.SetAsync("good", null) : throw new InvalidOperationException();
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => bench.SetAsync($"bad{i}", bench.Now.AddDays(-1))));
        var due = bench.Now.AddSeconds(4);
        await bench.SetAsync("good", due);
        bench.Start();
        await bench.PassAsync(6 * _second);
        ClockBench.ShouldBeOnTime(bench.Rung.Where(r => r.Conversation == "good").ShouldHaveSingleItem());
    }

    [Fact]
    public async Task One_conversation_never_rings_twice_at_once()
    {
        await using var bench = await ClockBench.OpenAsync();
        var ringing = new ConcurrentDictionary<string, bool>();
        var overlaps = 0;
        bench.OnRing = async (alarm, _) =>
        {
            overlaps += ringing.TryAdd(alarm.Conversation, true) ? 0 : 1;
            // Due again at once, so that every chance to overlap is there.
            await bench.SetAsync(alarm.Conversation, bench.Now.AddMilliseconds(1));
            await Task.Yield();
            ringing.TryRemove(alarm.Conversation, out bool _);
        };
        await bench.SetAsync("c", bench.Now);
        bench.Start();
        await bench.PassAsync(3 * _second, stepMilliseconds: 10);
        overlaps.ShouldBe(0);
        bench.Rung.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_for_a_while_is_asked_again()
    {
        await using var bench = await ClockBench.OpenAsync();
        var flaky = new FlakyJournal(bench.Journal) { Down = true };
        var due = bench.Now.AddSeconds(2);
        await bench.SetAsync("c", due);
        bench.Start(flaky);
        await bench.PassAsync(5 * _second);
        bench.Rung.ShouldBeEmpty();
        bench.Log.Lines.Count.ShouldBeInRange(4, 7);
        flaky.Down = false;
        await bench.PassAsync(1.1 * _second);
        bench.Rung.ShouldHaveSingleItem().Due.ShouldBe(due);
    }

    [Fact]
    public async Task A_commit_whose_news_was_lost_is_found_by_the_poll()
    {
        await using var bench = await ClockBench.OpenAsync();
        bench.Start(new FlakyJournal(bench.Journal));
        await bench.PassAsync(_second / 10);
        var due = bench.Now.AddMilliseconds(100);
        await bench.SetAsync("c", due);
        await bench.PassAsync(1.2 * _second);
        ClockBench.ShouldBeOnTime(bench.Rung.ShouldHaveSingleItem());
    }

    // The first look finds what is due; the second is under way when the program stops, and fails then.
    private sealed class FailsWhenStopped(IJournal inner, Task over, TaskCompletionSource looks) : PassingJournal(inner)
    {
        private int _looks;

        public override async ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel)
        {
            if (Interlocked.Increment(ref _looks) == 1)
            {
                return await base.DueAsync(now, most, cancel);
            }

            looks.TrySetResult();
            await over;
            throw new JournalException("The server stopped.");
        }
    }
}
