using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;
using OverdoseBot.Loopback;

namespace OverdoseBot.TextAnalytics.Tests;

/// <summary>What is made of the service's answers (wire-protocols.md 6.1, 6.2, 6.4).</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("positive", TextSentiment.Positive)]
    [InlineData("neutral", TextSentiment.Neutral)]
    [InlineData("negative", TextSentiment.Negative)]
    [InlineData("mixed", TextSentiment.Mixed)]
    public async Task The_sentiment_and_its_scores_are_the_documents_6_2(string sentiment, TextSentiment expected)
    {
        var answer = await AskAsync(Documented.Sentiment(sentiment, 0.01, 0.09, 0.9));

        answer.GetRawResponse().Status.ShouldBe(200);
        answer.Value.Sentiment.ShouldBe(expected);
        var scores = answer.Value.ConfidenceScores;
        (scores.Positive, scores.Neutral, scores.Negative).ShouldBe((0.01, 0.09, 0.9));
    }

    [Fact]
    public async Task A_refused_document_throws_its_inner_code_with_status_200_6_2()
    {
        var error = await Should.ThrowAsync<RequestFailedException>(AskAsync(Documented.Refused));

        (error.Status, error.ErrorCode).ShouldBe((200, "InvalidDocument"));
    }

    [Theory]
    [InlineData("""{"error":{"code":"InvalidRequest","message":"Invalid Request.","innererror":{"code":"UnsupportedLanguageCode","message":"No."}}}""", 400, "UnsupportedLanguageCode")]
    [InlineData("""{"error":{"code":"InvalidRequest","message":"Invalid Request."}}""", 400, "InvalidRequest")]
    [InlineData("""{"error":{"code":"401","message":"Access denied due to invalid subscription key."}}""", 401, "401")]
    [InlineData("""{"error":{"code":"NotFound","message":"Resource not found."}}""", 404, "NotFound")]
    [InlineData("""{"error":{"code":"429","message":"Rate limit is exceeded."}}""", 429, "429")]
    [InlineData("""{"error":{"code":"InternalServerError","message":"Sorry."}}""", 500, "InternalServerError")]
    [InlineData("""{"error":{"code":"ServiceUnavailable","message":"Sorry."}}""", 503, "ServiceUnavailable")]
    [InlineData("<html>Bad gateway</html>", 502, null)]
    [InlineData("", 503, null)]
    [InlineData("""{"error":{"code":429}}""", 429, null)]
    [InlineData("""{"error":null}""", 500, null)]
    public async Task A_failed_call_throws_its_status_and_code_6_4(string body, int status, string? code)
    {
        var error = await Should.ThrowAsync<RequestFailedException>(AskAsync(Reply.Json(status, body)));

        (error.Status, error.ErrorCode).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json at all")]
    [InlineData("""{"results":null}""")]
    [InlineData("""{"results":{"documents":[],"errors":[]}}""")]
    [InlineData("""{"results":{"documents":[null],"errors":[]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"negative"}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"negative","confidenceScores":null}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"negative","confidenceScores":{"positive":0,"neutral":0}}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"negative":"0.9"}}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":7,"confidenceScores":{"positive":0,"neutral":0,"negative":1}}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"furious","confidenceScores":{"positive":0,"neutral":0,"negative":1}}]}}""")]
    [InlineData("""{"results":{"documents":[{"id":"0","sentiment":"negative","confidenceScores":{"positive":0,"neutral":0,"nega""")]
    public async Task An_answer_that_is_not_the_documented_json_throws_6_2(string body) =>
        await Should.ThrowAsync<JsonException>(AskAsync(Reply.Json(200, body)));

    [Fact]
    public async Task An_answer_that_is_cut_off_throws_6_4() =>
        await Should.ThrowAsync<Exception>(AskAsync(Reply.Cut("""{"results":{"documents":[""")));

    [Fact]
    public async Task A_dead_service_throws_status_0_6_4()
    {
        var error = await Should.ThrowAsync<RequestFailedException>(Given.Client(LoopbackService.Dead()).AnalyzeSentimentAsync("hello"));

        error.Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_hanging_service_is_left_when_the_caller_has_waited_enough_6_4()
    {
        await using var service = LoopbackService.Hanging();
        using var enough = new CancellationTokenSource();
        var asking = Given.Client(service.Address).AnalyzeSentimentAsync("hello", cancellationToken: enough.Token);
        await enough.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Fact]
    public async Task It_is_tried_again_as_the_options_say_6_4()
    {
        var tries = 0;
        await using var service = new LoopbackService((_, _) => Task.FromResult(++tries < 3 ? Documented.Failure(503, "ServiceUnavailable") : Documented.Positive));
        var options = new TextAnalyticsClientOptions { Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(1) } };

        var answer = await Given.Client(service.Address, options).AnalyzeSentimentAsync("hello");

        (answer.Value.Sentiment, tries).ShouldBe((TextSentiment.Positive, 3));
        await Should.ThrowAsync<RequestFailedException>(AskAsync(Documented.Failure(503, "ServiceUnavailable"), calls: 1));
    }

    private static async Task<Response<DocumentSentiment>> AskAsync(Reply reply, int calls = 1)
    {
        await using var service = LoopbackService.Always(reply);
        try
        {
            return await Given.Client(service.Address).AnalyzeSentimentAsync("hello");
        }
        finally
        {
            service.Calls.Count.ShouldBe(calls);
        }
    }
}
