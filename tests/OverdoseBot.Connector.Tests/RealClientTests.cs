using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace OverdoseBot.Connector.Tests;

/// <summary>The service against the Bot Framework's own JavaScript, from npm.</summary>
public sealed class RealClientTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Botbuilder_for_javascript_is_the_far_side_of_an_emergency_and_every_forgery_is_refused()
    {
        // The far side's tokens live in real time; the service's clock only runs ahead of it.
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var port = Ports.Free();
        Server? server = null;
        using var client = await NodeClient.StartAsync("channel.mjs", $"http://127.0.0.1:{port}");
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
        await using var server = await Server.StartAsync();
        using var client = await NodeClient.StartAsync("offline.mjs", $"http://127.0.0.1:{server.Port}", Ports.Free().ToString(System.Globalization.CultureInfo.InvariantCulture));
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
}
