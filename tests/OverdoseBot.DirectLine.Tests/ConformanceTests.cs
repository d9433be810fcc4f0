using System.ComponentModel;
using System.Diagnostics;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The service against the real <c>botframework-directlinejs</c>, the client inside Web Chat.</summary>
public sealed class ConformanceTests
{
    private const string NoNode =
        "Node.js and npm are not on this machine. tests/run.sh installs them (tests/needs.sh); or install Node.js 18 or newer.";

    private static readonly string _client = Path.Combine(AppContext.BaseDirectory, "client");
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_client_of_web_chat_starts_posts_reconnects_outlives_a_restart_and_polls()
    {
        await InstallAsync();
        var folder = Server.NewFolder();
        var port = Server.FreePort();
        var server = await Server.StartAsync(folder: folder, port: port);
        using var client = Start("node", "script.mjs", $"http://127.0.0.1:{port}");
        try
        {
            var said = new List<string>();
            while (await client.StandardOutput.ReadLineAsync().WaitAsync(_patience) is { } line)
            {
                said.Add(line);
                if (line == "restart")
                {
                    await server.DisposeAsync();
                    server = await Server.StartAsync(folder: folder, port: port);
                    await client.StandardInput.WriteLineAsync("restarted");
                }
            }

            said[^1].ShouldBe("done", string.Join('\n', said) + await client.StandardError.ReadToEndAsync());
            said.Count(l => l.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(7);
        }
        finally
        {
            client.Kill(entireProcessTree: true);
            await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task InstallAsync()
    {
        if (Directory.Exists(Path.Combine(_client, "node_modules")))
        {
            return;
        }

        using var npm = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        npm.ExitCode.ShouldBe(0, await output + await errors);
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _client,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(NoNode);
        }
    }
}
