using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace OverdoseBot.Channels.Opinions;

/// <summary>
/// Azure AI Language as one opinion among others (wire-protocols.md 6). One try a question, nothing kept by the service, and when it fails again and
/// again it is left alone for a while. It never throws for what the service does.
/// </summary>
public sealed partial class SentimentService
{
    private static readonly TimeSpan _sampling = TimeSpan.FromMinutes(1);
    private readonly TextAnalyticsClient _client;
    private readonly ResiliencePipeline<Verdict> _breaker;
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly Rest _rest;
    private readonly double _threshold;
    private readonly ILogger _log;
    private string _lastFailure = string.Empty;

    /// <summary>A client of the service; nothing is sent yet.</summary>
    public SentimentService(OpinionOptions options, TimeProvider time, ILogger<SentimentService> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_client, _threshold, _rest, _log) = (Client(options), options.Threshold, new Rest(time), log);
        _breaker = new ResiliencePipelineBuilder<Verdict> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Verdict>
            {
                ShouldHandle = call => ValueTask.FromResult(call.Outcome.Result == Verdict.Failed),
                FailureRatio = 0.5,
                MinimumThroughput = options.Failures,
                SamplingDuration = _sampling,
                BreakDuration = options.Break,
                StateProvider = _state,
                OnOpened = _ => Log(() => LogOpened(_lastFailure, options.Break.TotalSeconds)),
                OnClosed = _ => Log(LogClosed),
            })
            .Build();
    }

    /// <summary>What the breaker does now.</summary>
    public CircuitState State => _state.CircuitState;

    /// <summary>Asks whether a text is clearly negative.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="language">Its language.</param>
    /// <param name="budget">Cancelled when the answer is of no more use; that is a failure of the service.</param>
    public async ValueTask<Verdict> AskAsync(string text, string language, CancellationToken budget)
    {
        if (_rest.IsOn)
        {
            return Verdict.NotAsked;
        }

        var context = ResilienceContextPool.Shared.Get(budget);
        try
        {
            // The only exception is the breaker's own.
            var outcome = await _breaker.ExecuteOutcomeAsync(
                static async (c, ask) => Outcome.FromResult(await ask.Service.CallAsync(ask.Text, ask.Language, c.CancellationToken)),
                context, (Service: this, Text: text, Language: language));
            return outcome.Exception is null ? outcome.Result : Verdict.NotAsked;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static TextAnalyticsClient Client(OpinionOptions options)
    {
        var client = new TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion.V2023_04_01)
        {
            Retry = { MaxRetries = 0, NetworkTimeout = options.Budget },
            // Microsoft's client puts the document into its traces.
            Diagnostics = { IsLoggingContentEnabled = false, IsDistributedTracingEnabled = false },
        };
        client.AddPolicy(new ShortAnswers(), HttpPipelinePosition.BeforeTransport);
        return options.Key is { } key
            ? new TextAnalyticsClient(options.Endpoint, new AzureKeyCredential(key), client)
            : new TextAnalyticsClient(options.Endpoint, new DefaultAzureCredential(), client);
    }

    private async Task<Verdict> CallAsync(string text, string language, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.AnalyzeSentimentAsync(text, language, new AnalyzeSentimentOptions { DisableServiceLogs = true }, cancel);
            return Judge(answer.Value);
        }
        catch (RequestFailedException refused) when (refused.Status == 200)
        {
            return Verdict.Refused;
        }
        catch (RequestFailedException failed) when (failed.Status != 0)
        {
            _rest.Note(failed.GetRawResponse());
            return Failed($"status {failed.Status}");
        }
        catch (Exception failed)
        {
            return Failed(failed.GetType().Name);
        }
    }

    private Verdict Judge(DocumentSentiment answer) => answer.ConfidenceScores.Negative switch
    {
        not (>= 0 and <= 1) => Failed("impossible score"),
        var negative when answer.Sentiment == TextSentiment.Negative && negative >= _threshold => Verdict.Distress,
        _ => Verdict.Calm,
    };

    // Of a failure only its kind is told: its message may quote what a person wrote.
    private Verdict Failed(string kind)
    {
        _lastFailure = kind;
        return Verdict.Failed;
    }

    private static ValueTask Log(Action line)
    {
        line();
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sentiment service fails ({Failure}). It is left alone for {Seconds} s; every answer goes on without it.")]
    private partial void LogOpened(string failure, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The sentiment service answers again.")]
    private partial void LogClosed();
}
