using System.Diagnostics;
using System.Net;

namespace OverdoseBot.Watching.Tests;

/// <summary>The built program as a process of its own, with all it prints.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);
    private static readonly DirectoryInfo _bin = new(AppContext.BaseDirectory);
    private static readonly string _program = Path.Combine(_bin.Parent!.Parent!.FullName, "OverdoseBot", _bin.Name, "OverdoseBot.dll");
    private readonly List<string> _lines = [];
    private readonly Process _process;

    private ServiceProcess(Process process, string folder, Uri address)
    {
        (_process, Folder) = (process, folder);
        Http = new HttpClient { BaseAddress = address, Timeout = _patience };
        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    /// <summary>Holds the journal.</summary>
    public string Folder { get; }

    /// <summary>What it printed so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The files that it has loaded code from.</summary>
    public string Loaded => File.ReadAllText($"/proc/{_process.Id}/maps");

    public static async Task<ServiceProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("overdosebot-watch").FullName;
        var address = new Uri($"http://localhost:{Ports.Free()}/");
        var start = new ProcessStartInfo("dotnet", [_program, "serve", "--urls", address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Journal__Connection"] = $"Data Source={Path.Combine(folder, "journal.db")}";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var service = new ServiceProcess(Process.Start(start)!, folder, address);
        await service.ReadyAsync();
        return service;
    }

    /// <summary>Asks it to stop; how long that took.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        var since = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(_patience);
        return since.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task ReadyAsync()
    {
        var since = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            (_process.HasExited || since.Elapsed > _patience).ShouldBeFalse(string.Join('\n', Lines));
            await Task.Delay(_look, TimeProvider.System);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_lines)
            {
                _lines.Add(text);
            }
        }
    }
}
