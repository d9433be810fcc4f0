using System.Diagnostics;
using System.Globalization;

namespace OverdoseBot.Sms.Tests;

/// <summary>What else the machine does while a test measures time: beside other work it would measure the machine's queues.</summary>
internal sealed class OtherWork
{
    private const string Counts = "/proc/stat";
    private const string OwnCounts = "/proc/self/stat";
    private const double Quiet = 0.1;

    // Linux counts in hundredths of a second.
    private const double PerSecond = 100;
    private readonly (double Busy, double All) _before = Machine();
    private readonly double _ownBefore = Own();

    /// <summary>How much of all cores other programs took since then; all of them where the machine does not say.</summary>
    public double Share()
    {
        var (busy, all) = Machine();
        return all > _before.All ? Math.Max(0, busy - _before.Busy - (Own() - _ownBefore)) / (all - _before.All) : 1;
    }

    /// <summary>Whether times that were measured are the program's own.</summary>
    public bool IsQuiet => Share() < Quiet;

    private static double Own()
    {
        using var me = Process.GetCurrentProcess();
        return me.TotalProcessorTime.TotalSeconds + Children();
    }

    // Programs that a test started, and that have ended: "pid (name) state …", then utime stime cutime cstime as the 14th to 17th.
    private static double Children()
    {
        if (!File.Exists(OwnCounts))
        {
            return 0;
        }

        var counts = File.ReadAllText(OwnCounts).Split(") ", 2)[1].Split(' ');
        return (double.Parse(counts[13], CultureInfo.InvariantCulture) + double.Parse(counts[14], CultureInfo.InvariantCulture)) / PerSecond;
    }

    // cpu user nice system idle iowait irq softirq steal ... Who waits for a disk that others keep busy is not quiet either.
    private static (double Busy, double All) Machine()
    {
        if (!File.Exists(Counts))
        {
            return default;
        }

        var counts = File.ReadLines(Counts).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
            .Select(c => double.Parse(c, CultureInfo.InvariantCulture) / PerSecond).ToArray();
        return (counts.Sum() - counts[3], counts.Sum());
    }
}
