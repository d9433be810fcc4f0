using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OverdoseBot.Journal.Tests.Postgres;

/// <summary>
/// A PostgreSQL of the tests' own: in a temporary folder, on a socket in it, run by an unprivileged user. It ends, and its folder goes, when the tests end,
/// however they end: a shell holds it, and stops it when its input closes.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private const string Script = """
        run() { if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi; }
        cd /; d="$1"; b="$2"; trap '' INT TERM
        trap 'run "$b/pg_ctl" -D "$d/data" -m immediate stop >/dev/null 2>&1; rm -rf "$d"' EXIT
        [ "$(id -u)" -ne 0 ] || chown postgres "$d"
        run "$b/initdb" -D "$d/data" -U overdosebot -A trust -E UTF8 --locale=C --no-sync >"$d/initdb.log" 2>&1 || { cat "$d/initdb.log" >&2; exit 1; }
        while read -r word; do
          case $word in
            start) n=0; until run "$b/pg_ctl" -D "$d/data" -w -l "$d/data/log" -o "-k $d -c listen_addresses= -c max_connections=150 -c recovery_init_sync_method=syncfs -c log_line_prefix=%a:" start >/dev/null 2>&1; do
                n=$((n + 1)); [ $n -lt 100 ] || { cat "$d/data/log" >&2; exit 1; }; sleep 0.1; done ;;
            kill) kill -9 "$(head -n 1 "$d/data/postmaster.pid")" ;;
          esac
          echo done
        done
        """;

    private const string Missing = "These tests need PostgreSQL 15 or newer (Debian: apt-get install postgresql). tests/needs.sh installs it.";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180); // a start after a kill syncs the whole disk first
    private static readonly Lazy<Task<Cluster>> _shared = new(StartAsync);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("odb-pg-");
    private readonly Process _shell;
    private int _schemas;

    private Cluster(string programs) => _shell = Process.Start(new ProcessStartInfo("sh")
    {
        ArgumentList = { "-c", Script, "sh", _folder.FullName, programs },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>The one that most tests share, each with a schema of its own.</summary>
    public static Task<Cluster> SharedAsync() => _shared.Value;

    /// <summary>Everything the server logged.</summary>
    public string Log => File.ReadAllText(Path.Combine(_folder.FullName, "data", "log"));

    public static async Task<Cluster> StartAsync()
    {
        var cluster = new Cluster(Programs);
        await cluster.SayAsync("start");
        return cluster;
    }

    /// <summary>A connection string for an empty schema.</summary>
    public async Task<string> SchemaAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _schemas)}");
        await RunAsync(ConnectionString, $"CREATE SCHEMA {name}");
        return $"{ConnectionString};Search Path={name}";
    }

    /// <summary>Where its socket is.</summary>
    public string Folder => _folder.FullName;

    public string ConnectionString => $"Host={_folder.FullName};Username=overdosebot;Database=postgres;Timeout=60;Command Timeout=60";

    /// <summary>Kills the server without warning, as a machine that loses power does to its processes.</summary>
    public Task KillAsync() => SayAsync("kill");

    /// <summary>Starts it again after a kill; it recovers.</summary>
    public Task RestartAsync() => SayAsync("start");

    /// <summary>Runs SQL from outside, as an operator would.</summary>
    public static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(_patience);
        _shell.Dispose();
    }

    /// <summary>Where PostgreSQL's programs are: Debian keeps them out of the path, by version.</summary>
    public static string Programs
    {
        get
        {
            var debian = new DirectoryInfo("/usr/lib/postgresql");
            var folders = debian.Exists ? debian.EnumerateDirectories().OrderByDescending(d => int.Parse(d.Name, CultureInfo.InvariantCulture)).Select(d => $"{d.FullName}/bin") : [];
            return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb"))) ?? throw new InvalidOperationException(Missing);
        }
    }

    private async Task SayAsync(string word)
    {
        await _shell.StandardInput.WriteLineAsync(word);
        if (await _shell.StandardOutput.ReadLineAsync().WaitAsync(_patience) != "done")
        {
            throw new InvalidOperationException($"PostgreSQL did not {word}. {await _shell.StandardError.ReadToEndAsync()}");
        }
    }
}
