using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Chats;
using OverdoseBot.Loopback;
using Polly.CircuitBreaker;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>The queue and the desk: bounded in all directions, and nothing is lost but questions.</summary>
public sealed class OpinionDeskTests
{
    private readonly FakeTimeProvider _time = new(ChatRun.Start);

    [Fact]
    public async Task A_full_queue_drops_what_comes_and_counts_it()
    {
        await using var beside = new OpinionBeside(Options(LoopbackService.Dead()) with { Waiting = 3 }, _time);
        for (var i = 0; i < 10; i++)
        {
            beside.Questions.Add(Question(i));
        }

        beside.Tally[OpinionOutcome.Dropped].ShouldBe(7);
    }

    [Fact]
    public async Task No_more_than_a_few_calls_are_under_way_at_once()
    {
        await using var service = LoopbackService.Hanging();
        await using var beside = new OpinionBeside(Options(service.Address) with { InFlight = 4, Failures = 100 }, _time);
        beside.Start(NoTurn);
        for (var i = 0; i < 20; i++)
        {
            beside.Questions.Add(Question(i));
        }

        await CallsAsync(service, 4);
        _time.Advance(TimeSpan.FromSeconds(2));
        await beside.SettledAsync();

        // What waited behind them is too late, and is not asked any more.
        service.Calls.Count.ShouldBe(4);
        (beside.Tally[OpinionOutcome.Failed], beside.Tally[OpinionOutcome.Late]).ShouldBe((4, 16));
    }

    [Fact]
    public async Task The_budget_runs_from_the_turn_not_from_the_call()
    {
        await using var service = LoopbackService.Always(Documented.Negative);
        await using var beside = new OpinionBeside(Options(service.Address), _time);
        beside.Questions.Add(Question(1));
        _time.Advance(TimeSpan.FromSeconds(2));
        beside.Start(NoTurn);
        await beside.SettledAsync();

        beside.Tally[OpinionOutcome.Late].ShouldBe(1);
        service.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_less_than_half_of_its_time_left_is_not_asked_and_no_failure_of_the_service()
    {
        await using var service = LoopbackService.Hanging();
        await using var beside = new OpinionBeside(Options(service.Address), _time);
        for (var i = 0; i < 10; i++)
        {
            beside.Questions.Add(Question(i));
        }

        _time.Advance(TimeSpan.FromSeconds(1.95));
        beside.Start(NoTurn);
        await beside.SettledAsync();

        beside.Tally[OpinionOutcome.Late].ShouldBe(10);
        service.Calls.ShouldBeEmpty();
        beside.Service.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task A_turn_that_fails_loses_one_opinion_and_tells_no_word_of_it()
    {
        await using var service = LoopbackService.Always(Documented.Negative);
        await using var beside = new OpinionBeside(Options(service.Address), _time);
        var turns = 0;
        beside.Start((question, _) => ++turns == 1
            ? throw new InvalidTimeZoneException(question.Text)
            : Task.FromResult(new TurnReplies(1, [From.Text("an offer")], false, _time.GetUtcNow())));
        beside.Questions.Add(Question(1));
        await beside.SettledAsync();
        beside.Questions.Add(Question(2));
        await beside.SettledAsync();

        (beside.Tally[OpinionOutcome.Failed], beside.Tally[OpinionOutcome.Offered]).ShouldBe((1, 1));
        beside.LogLines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            l => l.ShouldStartWith("Error: An opinion on distress was lost: InvalidTimeZoneException."), l => l.ShouldNotContain("somebody"));
    }

    [Fact]
    public async Task It_stops_at_once_with_calls_under_way()
    {
        await using var service = LoopbackService.Hanging();
        var beside = new OpinionBeside(Options(service.Address), _time);
        beside.Start(NoTurn);
        beside.Questions.Add(Question(1));
        await CallsAsync(service, 1);

        await beside.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(120));
        beside.LogLines.ShouldBeEmpty();
    }

    private static OpinionOptions Options(Uri address) => new(address, "a-key-of-a-test");

    private static Question Question(int number) => new("c", $"{number}", ChatRun.Start, $"somebody has died {number}", "en");

    private Task<TurnReplies> NoTurn(Question question, CancellationToken cancel) => Task.FromResult(new TurnReplies(1, [], false, _time.GetUtcNow()));

    private static async Task CallsAsync(LoopbackService service, int calls)
    {
        using var called = new SemaphoreSlim(0);
        void Wake() => called.Release();
        service.Called += Wake;
        while (service.Calls.Count < calls)
        {
            (await called.WaitAsync(TimeSpan.FromSeconds(120))).ShouldBeTrue();
        }

        service.Called -= Wake;
    }
}
