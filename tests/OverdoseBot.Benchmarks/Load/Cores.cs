using System.Diagnostics;
using System.Globalization;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>Who runs where: what is measured on the first core, what asks it on the second, so that neither takes the other's time.</summary>
internal static class Cores
{
    private const string First = "0";

    /// <summary>Whether there are two cores and the program that keeps processes on one.</summary>
    public static bool AreApart { get; } = Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>How it was done, to print.</summary>
    public static string Describe() => AreApart
        ? "Each service, its database included, has one core to itself; the load comes from another."
        : "The load shares the cores with the service (one core, or no taskset): figures are lower than they would be.";

    /// <summary>The same program, kept on the first core.</summary>
    public static ProcessStartInfo OnFirst(ProcessStartInfo start)
    {
        if (!AreApart)
        {
            return start;
        }

        var kept = new ProcessStartInfo("taskset", ["-c", First, start.FileName, .. start.ArgumentList]);
        foreach (var (name, value) in start.Environment)
        {
            kept.Environment[name] = value;
        }

        return kept;
    }

    /// <summary>Runs something whose child processes are to stay on the first core; this one goes to the others.</summary>
    public static async Task<T> StartOnFirstAsync<T>(Func<Task<T>> start)
    {
        await MoveAsync(First);
        try
        {
            return await start();
        }
        finally
        {
            await LeaveFirstAsync();
        }
    }

    /// <summary>This process leaves the first core to what is measured.</summary>
    public static Task LeaveFirstAsync() => MoveAsync(string.Create(CultureInfo.InvariantCulture, $"1-{Environment.ProcessorCount - 1}"));

    private static async Task MoveAsync(string cores)
    {
        if (AreApart)
        {
            using var moved = Process.Start(new ProcessStartInfo("taskset", ["-a", "-p", "-c", cores, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            })!;
            await moved.WaitForExitAsync();
        }
    }
}
