using Microsoft.Extensions.Logging;

namespace OverdoseBot.Channels.Opinions;

/// <summary>Asks the waiting questions beside the turns, a few at once, and hands over the opinions that may add an offer.</summary>
/// <param name="queue">Where the questions wait.</param>
/// <param name="service">Whom to ask.</param>
/// <param name="opine">Runs the opinion's turn: <see cref="TurnRunner.OpineAsync"/>.</param>
/// <param name="tally">Counts what becomes of them.</param>
/// <param name="options">Budget and bounds.</param>
/// <param name="time">The only source of time.</param>
/// <param name="log">Receives failures, never content or conversation ids.</param>
public sealed partial class OpinionDesk(
    OpenQuestions queue, SentimentService service, Func<Question, CancellationToken, Task<TurnReplies>> opine, OpinionTally tally, OpinionOptions options,
    TimeProvider time, ILogger log)
{
    private readonly ILogger _log = log;

    /// <summary>Runs until cancelled; questions under way are given up then.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(Enumerable.Range(0, options.InFlight).Select(_ => WorkAsync(cancel)));

    private async Task WorkAsync(CancellationToken cancel)
    {
        try
        {
            await foreach (var question in queue.TakeAsync(cancel))
            {
                tally.Count(await TakeAsync(question, cancel));
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    private async Task<OpinionOutcome> TakeAsync(Question question, CancellationToken cancel)
    {
        var left = question.Heard + options.Budget - time.GetUtcNow();
        // With a small rest even a healthy service would seem to fail, and the breaker would open under load.
        if (left < options.Budget / 2)
        {
            return OpinionOutcome.Late;
        }

        using var budget = new CancellationTokenSource(left, time);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancel);
        try
        {
            return await service.AskAsync(question.Text, question.Language, until.Token) switch
            {
                Verdict.NotAsked => OpinionOutcome.NotAsked,
                Verdict.Refused => OpinionOutcome.Refused,
                Verdict.Calm => OpinionOutcome.Calm,
                Verdict.Distress when budget.IsCancellationRequested => OpinionOutcome.Late,
                Verdict.Distress => await opine(question, cancel) is { Turn: > 0, Activities.Count: > 0 } ? OpinionOutcome.Offered : OpinionOutcome.Nothing,
                _ => OpinionOutcome.Failed,
            };
        }
        catch (Exception wrong) when (!cancel.IsCancellationRequested)
        {
            // The message of an exception may quote what a person wrote; its type cannot.
            LogFailed(wrong.GetType().Name);
            return OpinionOutcome.Failed;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An opinion on distress was lost: {Failure}. Its chat goes on without.")]
    private partial void LogFailed(string failure);
}
