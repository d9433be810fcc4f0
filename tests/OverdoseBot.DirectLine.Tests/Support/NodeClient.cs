using System.ComponentModel;
using System.Diagnostics;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Real clients from npm: the scripts of a test project's folder <c>client</c>.</summary>
internal static class NodeClient
{
    private const string NoNode =
        "Node.js and npm are not on this machine. tests/run.sh installs them (tests/needs.sh); or install Node.js 18 or newer.";

    private static readonly string _client = Path.Combine(AppContext.BaseDirectory, "client");
    private static readonly Lazy<Task> _installed = new(InstallAsync);

    /// <summary>Starts a script, its packages installed first.</summary>
    public static async Task<Process> StartAsync(string script, params string[] arguments)
    {
        await _installed.Value;
        return Start("node", [script, .. arguments]);
    }

    /// <summary>The lines that a script wrote; the test fails when it failed.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string script, params string[] arguments)
    {
        using var process = await StartAsync(script, arguments);
        return await ToEndAsync(process);
    }

    private static async Task InstallAsync()
    {
        // npm writes it last: a folder without it is half installed.
        if (!File.Exists(Path.Combine(_client, "node_modules", ".package-lock.json")))
        {
            using var npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            await ToEndAsync(npm);
        }
    }

    private static async Task<IReadOnlyList<string>> ToEndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await output + await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Process Start(string program, string[] arguments)
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
