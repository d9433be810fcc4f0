using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>A server under measurement, in a process, on a loopback port and with a folder of its own. It ends as <c>kill -9</c> ends it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("overdosebot-bench");
    private readonly Process _process;

    public ServerProcess(Contestant contestant)
    {
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        Journal = $"Data Source={Path.Combine(_folder.FullName, "journal.db")}";
        var start = contestant.Start(Address, Journal);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        Since = Stopwatch.StartNew();
        _process = Process.Start(start)!;
        // A pipe that nobody reads would fill and hold the server up.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Connection string of its journal.</summary>
    public string Journal { get; }

    /// <summary>Since the process was started.</summary>
    public Stopwatch Since { get; }

    /// <summary>Processor time it has used, on all cores.</summary>
    public TimeSpan Cpu => Fresh().TotalProcessorTime;

    /// <summary>Resident memory now, in bytes.</summary>
    public long Resident => Fresh().WorkingSet64;

    /// <summary>The most resident memory it had, in bytes.</summary>
    public long MostResident => Fresh().PeakWorkingSet64;

    /// <summary>Waits until the port takes connections. A person's browser would ask less often; 2 ms keep the figure fine.</summary>
    public async Task ListenAsync()
    {
        while (Since.Elapsed < TimeSpan.FromSeconds(60))
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(2);
            }
        }

        throw new TimeoutException("The server did not listen within a minute.");
    }

    /// <summary>Ends it at once, with nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }
}
