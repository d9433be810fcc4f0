using System.ComponentModel;
using System.Diagnostics;

namespace OverdoseBot.Sms.Tests;

/// <summary>Runs a script with the real <c>twilio</c> library.</summary>
internal static class TwilioLibrary
{
    private const string NoNode =
        "Node.js and npm are not on this machine. tests/run.sh installs them (tests/needs.sh); or install Node.js 18 or newer.";

    private static readonly string _client = Path.Combine(AppContext.BaseDirectory, "client");
    private static readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The lines that a script wrote; the test fails when it failed.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string script, params string[] arguments)
    {
        await InstallAsync();
        return await ToEndAsync("node", [script, .. arguments]);
    }

    private static async Task InstallAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (!Directory.Exists(Path.Combine(_client, "node_modules")))
            {
                await ToEndAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<IReadOnlyList<string>> ToEndAsync(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
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
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _client, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(NoNode);
        }
    }
}
