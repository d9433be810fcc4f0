using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels;
using OverdoseBot.Journal;
using OverdoseBot.Journal.Tests;
using OverdoseBot.Web;

namespace OverdoseBot.Watching.Tests;

/// <summary>Health that means it: serving says whether people get an answer, ready whether they are led on, live whether only a new process helps.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_service_that_serves_is_live_and_ready()
    {
        await using var bench = await Bench.StartAsync();
        (await AskAsync(bench)).ShouldBe((200, 200, 200));
    }

    [Fact]
    public async Task A_store_that_is_away_is_no_reason_to_end_the_process_or_to_send_nobody_there()
    {
        await using var bench = await Bench.StartAsync();
        bench.Journal.Away = true;
        (await AskAsync(bench)).ShouldBe((200, 200, 503), "it gives the emergency card");
        bench.Journal.Away = false;
        (await AskAsync(bench)).ShouldBe((200, 200, 200));
    }

    [Fact]
    public async Task A_service_that_was_asked_to_stop_is_not_ready_for_anybody_new()
    {
        await using var bench = await Bench.StartAsync(("Drain", "00:00:05"));
        _ = bench.Services.GetRequiredService<Draining>().BeginAsync();
        (await AskAsync(bench)).ShouldBe((200, 503, 503));
    }

    [Theory]
    [InlineData(19, 200, 200)]
    [InlineData(21, 200, 503)]
    [InlineData(59, 200, 503)]
    [InlineData(61, 503, 503)]
    public async Task Clocks_that_stand_still_are_told_and_in_the_end_the_process_is_ended(int seconds, int live, int ready)
    {
        await using var bench = await Bench.StartAsync();
        bench.Services.GetRequiredService<Loops>().Add(() => TimeSpan.FromSeconds(seconds));
        (await AskAsync(bench)).ShouldBe((live, 200, ready));
    }

    [Fact]
    public async Task The_clock_and_every_deliverer_of_the_service_are_looked_after()
    {
        await using var bench = await Bench.StartAsync();
        var loops = bench.Services.GetRequiredService<Loops>();
        loops.SinceLook.ShouldBe(TimeSpan.Zero);
        // Three for text messages, two for the connector, and the clock.
        loops.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_look_that_hangs_makes_the_clock_late()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var bench = await Bench.StartAsync();
        var hanging = new HangingJournal(bench.Journal);
        var clock = new AlarmClock(hanging, time, (_, _) => Task.CompletedTask, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        using var over = new CancellationTokenSource();
        var running = clock.RunAsync(over.Token);
        await hanging.Hung.Task.WaitAsync(TimeSpan.FromSeconds(120));
        time.Advance(TimeSpan.FromSeconds(90));
        clock.SinceLook.ShouldBe(TimeSpan.FromSeconds(90));
        await over.CancelAsync();
        await running;
    }

    private static async Task<(int Live, int Serving, int Ready)> AskAsync(Bench bench) =>
        (await StatusAsync(bench, "/health/live"), await StatusAsync(bench, "/health/serving"), await StatusAsync(bench, "/health/ready"));

    private static async Task<int> StatusAsync(Bench bench, string path)
    {
        using var answer = await bench.Http.GetAsync(path);
        return (int)answer.StatusCode;
    }

    // A store whose disk never answers.
    private sealed class HangingJournal(IJournal inner) : PassingJournal(inner)
    {
        public TaskCompletionSource Hung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<IReadOnlyList<DueAlarm>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel)
        {
            Hung.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return [];
        }
    }
}
