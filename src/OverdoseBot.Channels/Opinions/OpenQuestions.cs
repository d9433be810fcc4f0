using System.Threading.Channels;

namespace OverdoseBot.Channels.Opinions;

/// <summary>Where turns leave their questions. No turn waits here: when it is full, the question is dropped.</summary>
public sealed class OpenQuestions(OpinionOptions options, OpinionTally tally)
{
    private readonly Channel<Question> _waiting = Channel.CreateBounded<Question>(options.Waiting);
    private long _left;

    /// <summary>For tests: how many were left here so far, dropped ones too.</summary>
    internal long Left => Interlocked.Read(ref _left);

    /// <summary>Leaves a question. Returns at once, whatever the service does.</summary>
    public void Add(Question question)
    {
        Interlocked.Increment(ref _left);
        if (!_waiting.Writer.TryWrite(question))
        {
            tally.Count(OpinionOutcome.Dropped);
        }
    }

    /// <summary>Takes questions as they come, until cancelled.</summary>
    internal IAsyncEnumerable<Question> TakeAsync(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);
}
