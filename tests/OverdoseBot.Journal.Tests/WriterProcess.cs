using System.Diagnostics;

namespace OverdoseBot.Journal.Tests;

/// <summary>The writer in a process of its own, which a test can kill.</summary>
internal static class WriterProcess
{
    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "OverdoseBot.Journal.Writer.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
}
