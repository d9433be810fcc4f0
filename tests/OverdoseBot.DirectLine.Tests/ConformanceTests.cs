namespace OverdoseBot.DirectLine.Tests;

/// <summary>The service against the real <c>botframework-directlinejs</c>, the client inside Web Chat.</summary>
public sealed class ConformanceTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_client_of_web_chat_starts_posts_reconnects_outlives_a_restart_and_polls()
    {
        var folder = Server.NewFolder();
        var port = Ports.Free();
        var server = await Server.StartAsync(folder: folder, port: port);
        using var client = await NodeClient.StartAsync("script.mjs", $"http://127.0.0.1:{port}");
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
}
