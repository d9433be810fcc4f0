using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>
/// One connection that stays: it hears what other replicas committed, and its lock tells them that this one is alive. The lock goes with the connection, so
/// that what a killed process had in hand is free at once. When the connection breaks it comes back by itself, and
/// soon: till then others take this one for dead.
/// </summary>
/// <param name="server">Where to listen.</param>
/// <param name="time">The only source of time.</param>
/// <param name="heard">Gets the news of others.</param>
/// <param name="missed">Told when the connection is back: there may have been news meanwhile.</param>
/// <param name="failed">Hears of a failure, once an outage.</param>
internal sealed class Listener(Server server, TimeProvider time, Action<Committed> heard, Action missed, Action<string> failed) : IAsyncDisposable
{
    /// <summary>The first half of the lock's number; the second is the holder.</summary>
    public const int LockClass = 0x4F44424A;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop = new();
    private NpgsqlConnection? _connection;
    private Task _running = Task.CompletedTask;

    /// <summary>This replica's number, drawn anew for each journal that is opened.</summary>
    public int Holder { get; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <exception cref="JournalException">The server cannot be listened to.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            _connection = await ConnectAsync(cancel);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or SocketException)
        {
            throw Remedies.Of(server.Name, failure);
        }

        _running = Task.Run(RunAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(server.ListenerConnection);
        try
        {
            await connection.OpenAsync(cancel);
            connection.Notification += (_, notice) =>
            {
                foreach (var news in Notices.Read(notice.Payload, Holder))
                {
                    heard(news);
                }
            };
            // Not had: the server still thinks the broken connection alive, which does as well until it is closed and this one must be made anew.
            await using var sign = Sql.Command(
                connection,
                "SELECT pg_try_advisory_lock($1, $2), 'journal_' || current_schema()::regnamespace::oid",
                Sql.Integer(LockClass),
                Sql.Integer(Holder));
            string channel;
            await using (var row = await sign.ExecuteReaderAsync(cancel))
            {
                await row.ReadAsync(cancel);
                if (!row.GetBoolean(0))
                {
                    throw new IOException("The old connection still holds the lock.");
                }

                channel = row.GetString(1);
            }

            await using var listen = Sql.Command(connection, $"LISTEN {channel}");
            await listen.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_connection is null)
                {
                    _connection = await ConnectAsync(_stop.Token);
                    missed();
                }

                await _connection.WaitAsync(_stop.Token);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                await LoseAsync(broken);
            }
        }
    }

    private async Task LoseAsync(Exception broken)
    {
        if (_connection is { } connection)
        {
            _connection = null;
            failed(Remedies.For(server.Name, broken));
            await connection.DisposeAsync();
        }

        await Task.Delay(_pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
