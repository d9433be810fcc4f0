using System.Threading.Channels;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>
/// Group commit: takes whatever is queued, runs it in one transaction, and only then lets the callers go on. While one group is on its
/// way to the disk the next one gathers, so that full durability costs one sync a group, not one a turn.
/// </summary>
internal sealed class WriteLoop : IAsyncDisposable
{
    public const int LargestGroup = 256;
    private readonly Channel<WriteRequest> _queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(4_096) { SingleReader = true });
    private readonly WriteGroup _group;
    private readonly Task _running;

    public WriteLoop(WriteGroup group)
    {
        _group = group;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Queues work and awaits its outcome. Cancelled before it was taken: nothing happened.</summary>
    public async ValueTask<T> SendAsync<T>(WriteRequest<T> request, CancellationToken cancel)
    {
        try
        {
            await _queue.Writer.WriteAsync(request, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteJournal));
        }

        await using var cancelling = cancel.UnsafeRegister(static (item, token) => ((WriteRequest)item!).Cancel(token), request);
        return await request.Task;
    }

    /// <summary>Takes no more work and finishes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        var group = new List<WriteRequest>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            WriteRequest? alone = null;
            while (alone is null && group.Count < LargestGroup && _queue.Reader.TryRead(out var request))
            {
                if (!request.TryTake())
                {
                    continue;
                }

                if (request.Alone)
                {
                    alone = request;
                }
                else
                {
                    group.Add(request);
                }
            }

            if (group.Count > 0)
            {
                _group.Run(group);
                group.Clear();
            }

            if (alone is not null)
            {
                _group.RunAlone(alone);
            }
        }
    }
}
