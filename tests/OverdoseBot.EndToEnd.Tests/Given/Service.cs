using System.Diagnostics;

namespace OverdoseBot.EndToEnd;

/// <summary>The real program on a port of its own, with a journal of its own; it can be killed and started again.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overdosebot-").FullName;
    private readonly int _port = Ports.Free();
    private readonly (string Name, string Value)[] _settings;
    private Process? _process;

    private Service((string Name, string Value)[] settings) => _settings = settings;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public int Port => _port;

    /// <summary>Files and sockets the program has open.</summary>
    public int Handles => Now().HandleCount;

    /// <summary>Memory the program has, in bytes.</summary>
    public long Memory => Now().WorkingSet64;

    public static async Task<Service> StartAsync(params (string Name, string Value)[] settings)
    {
        var service = new Service(settings);
        await service.RunAsync();
        return service;
    }

    public async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Paths.Program, "serve", "--urls", $"http://127.0.0.1:{_port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Journal__Connection"] = $"Data Source={Path.Combine(_folder, "journal.db")}";
        start.Environment["RateLimit__Enabled"] = "false";
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Process Now()
    {
        _process!.Refresh();
        return _process;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        var since = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromSeconds(180))
        {
            try
            {
                if ((await http.GetAsync(new Uri(Address, "health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                _process!.HasExited.ShouldBeFalse("the program ended before it was ready");
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The program was not ready within three minutes.");
    }
}
