using System.Net.Sockets;
using Npgsql;

namespace OverdoseBot.Journal.Postgres;

/// <summary>The server: how it is connected to, what its errors mean, and the second try after a connection that broke.</summary>
internal sealed class Server : IAsyncDisposable
{
    // A person waits: better the emergency card soon than a reply late. Seconds.
    private const int Patience = 5;
    private const int UsualPool = 16;
    private readonly NpgsqlDataSource _source;
    private readonly UnderWay _underWay = new();

    private Server(NpgsqlConnectionStringBuilder parts)
    {
        Name = $"'{parts.Database}' at {parts.Host}";
        _source = NpgsqlDataSource.Create(parts);
        // It lives as long as the program and takes nobody's place in the pool.
        parts.Pooling = false;
        // A machine that vanished lets go of what it has in hand in about ten seconds. A killed process does so at once.
        parts.Options = $"{parts.Options} -c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3".Trim();
        ListenerConnection = parts.ToString();
    }

    /// <summary>The database and its host, for messages: never the user or the password.</summary>
    public string Name { get; }

    /// <summary>For the connection that listens. It may hold a password.</summary>
    public string ListenerConnection { get; }

    /// <exception cref="ArgumentException">It names no server, or cannot be read. Never quoted: it may hold a password.</exception>
    public static Server Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ArgumentException("The connection string cannot be read.", nameof(connectionString));
        }

        if (string.IsNullOrWhiteSpace(parts.Host))
        {
            throw new ArgumentException("The connection string names no server: write Host=.", nameof(connectionString));
        }

        Usually(parts, "Maximum Pool Size", UsualPool);
        Usually(parts, "Timeout", Patience);
        Usually(parts, "Command Timeout", Patience);
        Usually(parts, "Max Auto Prepare", 32);
        Usually(parts, "Auto Prepare Min Usages", 2);
        Usually(parts, "Keepalive", 10);
        Usually(parts, "Application Name", "OverdoseBot");
        parts.Database ??= parts.Username;
        // An exception must not quote a row.
        parts.IncludeErrorDetail = false;
        return new(parts);
    }

    /// <summary>
    /// Does work on a connection. When the connection broke or two turns met (a server that restarted leaves a pool of dead ones), once more on a fresh
    /// one: whatever is done here may be done twice, a commit too, because of its inbound key.
    /// </summary>
    /// <param name="work">Gets the token that it should pass on.</param>
    /// <param name="cancel">Gives up waiting for a connection, and the work unless <paramref name="whole"/>.</param>
    /// <param name="whole">True: once begun it is awaited.</param>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancel, bool whole = false)
    {
        using var inside = _underWay.Enter();
        cancel.ThrowIfCancellationRequested();
        try
        {
            try
            {
                return await OnceAsync(work, whole, cancel);
            }
            catch (NpgsqlException broken) when (broken.IsTransient && broken.InnerException is not TimeoutException)
            {
                _source.Clear();
                return await OnceAsync(work, whole, cancel);
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or SocketException)
        {
            throw Remedies.Of(Name, failure);
        }
    }

    /// <summary>Refuses new work, awaits what is under way, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _underWay.CloseAsync();
        await _source.DisposeAsync();
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, bool whole, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        return await work(connection, whole ? CancellationToken.None : cancel);
    }

    private static void Usually(NpgsqlConnectionStringBuilder parts, string name, object value)
    {
        // ContainsKey would say whether Npgsql knows the word.
        if (!parts.ShouldSerialize(name))
        {
            parts[name] = value;
        }
    }
}
