using System.Diagnostics;
using System.Net;

namespace OverdoseBot.Replicas.Tests.Given;

/// <summary>The built program as a process on a port of its own, started and killed as often as one likes.</summary>
internal sealed class Replica : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);
    private static readonly DirectoryInfo _bin = new(AppContext.BaseDirectory);
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly Lock _gate = new();
    private readonly HttpClient _http;
    private readonly List<string> _said = [];
    private Process? _process;

    public Replica(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        _http = new HttpClient { BaseAddress = Address, Timeout = _patience };
    }

    /// <summary>The built program.</summary>
    public static string Program { get; } = Path.Combine(_bin.Parent!.Parent!.FullName, "OverdoseBot", _bin.Name, "OverdoseBot.dll");

    /// <summary>The scripts as they ship with the program.</summary>
    public static string Dialogs { get; } = Path.Combine(Path.GetDirectoryName(Program)!, "dialogs");

    public Uri Address { get; }

    public HttpClient Http => _http;

    /// <summary>What it printed in all its lives.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>How long it took from the start of the process to being ready, each time that was waited for.</summary>
    public List<TimeSpan> Starts { get; } = [];

    /// <summary>True: it ended by itself.</summary>
    public bool HasEnded => _process is { HasExited: true };

    /// <summary>Starts the process, and waits for nothing.</summary>
    public void Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "serve", "--urls", Address.ToString(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        lock (_gate)
        {
            _process?.Dispose();
            _process = process;
        }
    }

    /// <summary>Waits until it is ready. One that ended by itself, because its store was away, is started again: so does whoever runs replicas.</summary>
    public async Task ReadyAsync(bool again = false, params string[] arguments)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < _patience)
        {
            if (await StatusAsync() == HttpStatusCode.OK)
            {
                Starts.Add(since.Elapsed);
                return;
            }

            if (HasEnded)
            {
                again.ShouldBeTrue("it ended before it was ready: " + Said);
                Start(arguments);
            }

            await Task.Delay(_look, TimeProvider.System);
        }

        throw new TimeoutException("It was not ready within a minute: " + Said);
    }

    /// <summary>What <c>/health/ready</c> says; null: nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("health/ready");
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether it has come as far as to listen.</summary>
    public async Task<bool> ListensAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("health/live");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        lock (_gate)
        {
            _process!.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>As <c>kill</c>: asks it to stop.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public Task EndedAsync() => _process!.WaitForExitAsync().WaitAsync(_patience);

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
        _http.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_said)
            {
                _said.Add(text);
            }
        }
    }
}
