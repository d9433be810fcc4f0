using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Tests.Turns;
using OverdoseBot.Chats;
using OverdoseBot.Loopback;
using Polly.CircuitBreaker;
using Reply = OverdoseBot.Loopback.Reply;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>Asking the service within what it, and a frightened person, can bear (wire-protocols.md 6.4).</summary>
public sealed class SentimentServiceTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(ChatRun.Start);
    private readonly ListLog<SentimentService> _log = new();
    private readonly LoopbackService _service;
    private Reply _reply = Documented.Negative;

    public SentimentServiceTests() => _service = new LoopbackService((_, _) => Task.FromResult(_reply));

    [Theory]
    [InlineData("negative", 0.97, 0.9, Verdict.Distress)]
    [InlineData("negative", 0.9, 0.9, Verdict.Distress)]
    [InlineData("negative", 0.89, 0.9, Verdict.Calm)]
    [InlineData("negative", 0.6, 0.5, Verdict.Distress)]
    [InlineData("mixed", 0.97, 0.9, Verdict.Calm)]
    [InlineData("neutral", 0.97, 0.9, Verdict.Calm)]
    [InlineData("positive", 0, 0.9, Verdict.Calm)]
    [InlineData("negative", 1.01, 0.9, Verdict.Failed)]
    [InlineData("negative", -1, 0.9, Verdict.Failed)]
    public async Task Distress_is_negative_and_sure(string sentiment, double negative, double threshold, Verdict expected)
    {
        _reply = Documented.Sentiment(sentiment, 0, 0, negative);

        (await AskAsync(Service(o => o with { Threshold = threshold }))).ShouldBe(expected);
    }

    [Fact]
    public async Task The_service_is_told_to_keep_nothing_and_gets_no_more_than_it_takes()
    {
        var question = new Question("c", "k", ChatRun.Start, new string('a', 6_000), "es");
        await Service().AskAsync(question.Text, question.Language, default);

        _service.Calls[0].Body.ShouldSatisfyAllConditions(
            b => b.ShouldContain("\"loggingOptOut\":true"),
            b => b.ShouldContain("\"language\":\"es\""),
            b => b.ShouldContain(new string('a', 5_120)),
            b => b.ShouldNotContain(new string('a', 5_121)));
    }

    [Fact]
    public async Task One_try_a_question_and_after_three_failures_none_until_one_may_try_again()
    {
        var service = Service();
        _reply = Documented.Failure(500, "InternalServerError");
        for (var i = 0; i < 3; i++)
        {
            (await AskAsync(service)).ShouldBe(Verdict.Failed);
        }

        service.State.ShouldBe(CircuitState.Open);
        (await AskAsync(service)).ShouldBe(Verdict.NotAsked);
        _time.Advance(TimeSpan.FromSeconds(29));
        (await AskAsync(service)).ShouldBe(Verdict.NotAsked);
        _service.Calls.Count.ShouldBe(3);

        _time.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(service)).ShouldBe(Verdict.Failed);
        (await AskAsync(service)).ShouldBe(Verdict.NotAsked);
        _reply = Documented.Positive;
        _time.Advance(TimeSpan.FromSeconds(30));
        (await AskAsync(service)).ShouldBe(Verdict.Calm);
        (service.State, _service.Calls.Count).ShouldBe((CircuitState.Closed, 5));
        _log.Lines.Count(l => l.StartsWith("Warning: The sentiment service fails (status 500).", StringComparison.Ordinal)).ShouldBe(2);
        _log.Lines[^1].ShouldStartWith("Information: The sentiment service answers again.");
    }

    [Theory]
    [InlineData("Retry-After: 45", 45)]
    [InlineData("Retry-After: Sat, 14 Mar 2026 14:00:45 GMT", 45)]
    [InlineData("Retry-After: 86400", 300)]
    public async Task The_rest_that_it_asks_for_is_given_but_no_more_than_five_minutes(string header, int seconds)
    {
        var service = Service();
        _reply = Documented.Failure(429, "429", header);
        (await AskAsync(service)).ShouldBe(Verdict.Failed);
        _reply = Documented.Negative;

        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await AskAsync(service)).ShouldBe(Verdict.NotAsked);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(service)).ShouldBe(Verdict.Distress);
        _service.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_calls_that_are_told_different_rests_the_longer_counts()
    {
        using SemaphoreSlim arrived = new(0), first = new(0), second = new(0);
        await using var loopback = new LoopbackService(async (call, over) =>
        {
            var isFirst = call.Body.Contains("first", StringComparison.Ordinal);
            arrived.Release();
            await (isFirst ? first : second).WaitAsync(over);
            return Documented.Failure(429, "429", isFirst ? "Retry-After: 120" : "Retry-After: 1");
        });
        var service = new SentimentService(new OpinionOptions(loopback.Address, "a-key-of-a-test") { Budget = OpinionBeside.Patience }, _time, _log);
        var asked = new[] { "first", "second" }.Select(text => service.AskAsync(text, "en", default).AsTask()).ToList();
        for (var i = 0; i < asked.Count; i++)
        {
            (await arrived.WaitAsync(TimeSpan.FromSeconds(120))).ShouldBeTrue();
        }

        first.Release();
        await asked[0];
        second.Release();
        await asked[1];

        _time.Advance(TimeSpan.FromSeconds(119));
        (await service.AskAsync("third", "en", default)).ShouldBe(Verdict.NotAsked);
    }

    [Theory]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: -5")]
    [InlineData("Retry-After: Sat, 14 Mar 2020 14:00:45 GMT")]
    public async Task A_rest_that_cannot_be_read_or_is_over_is_none(string header)
    {
        var service = Service();
        _reply = Documented.Failure(503, "ServiceUnavailable", header);
        await AskAsync(service);
        _reply = Documented.Negative;

        (await AskAsync(service)).ShouldBe(Verdict.Distress);
    }

    [Fact]
    public async Task An_answer_longer_than_a_sentiment_can_be_is_not_read_to_its_end()
    {
        // Read whole, it would be a good answer.
        _reply = Documented.Sentiment("negative", 0, 0, 1, new string(' ', ShortAnswers.Most));

        (await AskAsync(Service())).ShouldBe(Verdict.Failed);
    }

    [Fact]
    public async Task A_text_that_is_refused_is_no_fault_of_the_service()
    {
        var service = Service();
        _reply = Documented.Refused;
        for (var i = 0; i < 10; i++)
        {
            (await AskAsync(service)).ShouldBe(Verdict.Refused);
        }

        service.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task Without_a_key_a_sign_in_that_takes_too_long_or_fails_is_a_failure_like_any_other()
    {
        var service = new SentimentService(new OpinionOptions(new Uri("https://language.invalid"), null), _time, _log);
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        (await service.AskAsync("somebody has died", "en", enough.Token)).ShouldBe(Verdict.Failed);
    }

    [Fact]
    public void Nothing_that_could_be_logged_by_its_name_tells_a_text_or_a_key()
    {
        new Question("chat-7", "key-8", ChatRun.Start, "he is dying", "en").ToString().ShouldBe(nameof(Question));
        new OpinionOptions(new Uri("https://language.example"), "hush-hush").ToString().ShouldNotContain("hush");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _log.Lines.ShouldAllBe(l => !l.Contains("somebody"));
    }

    private static ValueTask<Verdict> AskAsync(SentimentService service) => service.AskAsync("somebody has died", "en", default);

    private SentimentService Service(Func<OpinionOptions, OpinionOptions>? change = null)
    {
        var options = new OpinionOptions(_service.Address, "a-key-of-a-test") { Budget = OpinionBeside.Patience };
        return new SentimentService(change?.Invoke(options) ?? options, _time, _log);
    }
}
