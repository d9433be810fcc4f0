using System.Diagnostics;
using OverdoseBot.Benchmarks.Http;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>A waterfall bot on <c>botbuilder</c> 4.23.3 (npm) with its memory storage: nothing of it survives the process.</summary>
internal static class Rival
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "rival");

    public static Contestant Contestant { get; } = new("botbuilder 4.23.3", false, (address, _) => Cores.OnFirst(new ProcessStartInfo("node", [Path.Combine(_folder, "bot.mjs"), address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)])));

    /// <summary>Fetches its packages where they are absent.</summary>
    /// <returns>Why it cannot run; null: it can.</returns>
    public static async Task<string?> MissingAsync()
    {
        try
        {
            if (Directory.Exists(Path.Combine(_folder, "node_modules")))
            {
                return null;
            }

            using var fetch = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = _folder })!;
            await fetch.WaitForExitAsync();
            return fetch.ExitCode == 0 ? null : "its packages could not be fetched";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js with npm is not here";
        }
    }
}
