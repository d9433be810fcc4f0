using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace OverdoseBot.Connector.Tests;

/// <summary>The service against the Bot Framework's own JavaScript, from npm.</summary>
public sealed class RealClientTests(ITestOutputHelper output)
{
    private const string NoNode =
        "Node.js and npm are not on this machine. tests/run.sh installs them (tests/needs.sh); or install Node.js 18 or newer.";

    private static readonly string _client = Path.Combine(AppContext.BaseDirectory, "client");
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task> _installed = new(InstallAsync);

    [Fact]
    public async Task Botbuilder_for_javascript_is_the_far_side_of_an_emergency_and_every_forgery_is_refused()
    {
        await _installed.Value;
        // The far side's tokens live in real time; the service's clock only runs ahead of it.
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var port = Server.FreePort();
        Server? server = null;
        using var client = Start("node", "channel.mjs", $"http://127.0.0.1:{port}");
        try
        {
            var said = await FollowAsync(client, async line =>
            {
                var words = line.Split(' ');
                if (words[0] == "listening")
                {
                    server = await Server.StartAsync(
                        time, port: port,
                        settings: [
                            ("Environment", "Development"), ("MicrosoftAppId", Claims.App), ("MicrosoftAppPassword", "not a real secret"),
                            ("Connector:Test:Metadata", words[1] + "/channel/metadata"), ("Connector:Test:EmulatorMetadata", words[1] + "/login/metadata"),
                            ("Connector:Test:TokenEndpoint", words[1] + "/token")]);
                }
                else if (words[0] == "pass")
                {
                    time.Advance(TimeSpan.FromSeconds(int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)));
                }
                else
                {
                    return false;
                }

                return true;
            });

            said.Count(l => l.StartsWith("refused ", StringComparison.Ordinal)).ShouldBe(10);
            said.Count(l => l.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(6);
        }
        finally
        {
            client.Kill(entireProcessTree: true);
            await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    [Fact]
    public async Task Offline_directline_stands_in_front_of_it()
    {
        await _installed.Value;
        await using var server = await Server.StartAsync();
        using var client = Start("node", "offline.mjs", $"http://127.0.0.1:{server.Port}", Server.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            (await FollowAsync(client, _ => Task.FromResult(false))).Count(l => l.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(3);
        }
        finally
        {
            client.Kill(entireProcessTree: true);
        }
    }

    // Reads what the script says to its end, and tells it when what it asked for is done.
    private async Task<List<string>> FollowAsync(Process client, Func<string, Task<bool>> does)
    {
        var said = new List<string>();
        var errors = client.StandardError.ReadToEndAsync();
        while (await client.StandardOutput.ReadLineAsync().WaitAsync(_patience) is { } line)
        {
            output.WriteLine(line);
            said.Add(line);
            if (await does(line))
            {
                await client.StandardInput.WriteLineAsync("done");
            }
        }

        (said[^1] == "done").ShouldBeTrue(string.Join('\n', said) + await errors);
        return said;
    }

    private static async Task InstallAsync()
    {
        if (File.Exists(Path.Combine(_client, "node_modules", ".package-lock.json")))
        {
            return;
        }

        using var npm = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var said = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        npm.ExitCode.ShouldBe(0, await said + await errors);
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
