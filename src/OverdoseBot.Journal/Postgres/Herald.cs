using System.Threading.Channels;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// Tells other replicas of commits, many in one NOTIFY. Not inside the turn's own transaction: there it would make every commit wait for the disk one after
/// another. What is lost on the way (the process dies, the server restarts) the others find by looking; what merely fails is told again.
/// </summary>
internal sealed class Herald : IAsyncDisposable
{
    private const int MostTries = 3;
    private const string NotifySql = "SELECT pg_notify('journal_' || current_schema()::regnamespace::oid, $1)";
    private readonly Channel<Committed> _news = Channel.CreateBounded<Committed>(
        new BoundedChannelOptions(8_192) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Server _server;
    private readonly int _self;
    private readonly Action<string> _failed;
    private readonly Task _running;

    public Herald(Server server, int self, Action<string> failed)
    {
        (_server, _self, _failed) = (server, self, failed);
        _running = Task.Run(RunAsync);
    }

    /// <summary>Never waits.</summary>
    public void Tell(Committed news) => _news.Writer.TryWrite(news);

    /// <summary>Tells what is queued, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _news.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        while (await _news.Reader.WaitToReadAsync())
        {
            var lines = new List<string>();
            var left = Notices.Longest;
            // While one payload is on its way the next one gathers.
            while (_news.Reader.TryPeek(out var news) && Notices.Line(news) is var line && (left -= Notices.Size(line)) > 0)
            {
                lines.Add(line);
                _news.Reader.TryRead(out _);
            }

            await SendAsync(Notices.Payload(_self, lines));
        }
    }

    private async Task SendAsync(string payload)
    {
        for (var tries = 1; !await TrySendAsync(payload) && tries < MostTries && !_news.Reader.Completion.IsCompleted; tries++)
        {
            // Each try took as long as a connection is waited for.
        }
    }

    private async Task<bool> TrySendAsync(string payload)
    {
        try
        {
            await _server.RunAsync(
                async (connection, cancel) =>
                {
                    await using var command = Sql.Command(connection, NotifySql, Sql.Text(payload));
                    return await command.ExecuteNonQueryAsync(cancel);
                },
                CancellationToken.None);
            return true;
        }
        catch (JournalException e)
        {
            _failed(e.Message);
            return false;
        }
    }
}
