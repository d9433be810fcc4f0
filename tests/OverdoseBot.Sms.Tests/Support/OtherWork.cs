using System.Diagnostics;
using System.Globalization;

namespace OverdoseBot.Sms.Tests;

/// <summary>What else the machine does while a test measures time: beside other work it would measure the machine's queues.</summary>
internal sealed class OtherWork : IDisposable
{
    private const string Counts = "/proc/stat";
    private const string OwnCounts = "/proc/self/stat";
    private const double Quiet = 0.1;

    // A look is due every 50 ms. One that comes so much later tells that the machine, or all of this program, stood still: so did what is measured.
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _still = TimeSpan.FromMilliseconds(500);

    // Linux counts in hundredths of a second.
    private const double PerSecond = 100;
    private readonly (double Busy, double All) _before = Machine();
    private readonly double _ownBefore = Own();
    private readonly ITimer _looks;
    private long _looked = Stopwatch.GetTimestamp();
    private long _longest;

    public OtherWork() => _looks = TimeProvider.System.CreateTimer(_ => Look(), null, _look, _look);

    /// <summary>The longest that the machine stood still since then, as far as this program saw.</summary>
    public TimeSpan Still => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    /// <summary>How much of all cores other programs took since then; all of them where the machine does not say.</summary>
    public double Share()
    {
        var (busy, all) = Machine();
        return all > _before.All ? Math.Max(0, busy - _before.Busy - (Own() - _ownBefore)) / (all - _before.All) : 1;
    }

    /// <summary>Whether times that were measured are the program's own.</summary>
    public bool IsQuiet => Share() < Quiet && Still < _still;

    public void Dispose() => _looks.Dispose();

    private void Look()
    {
        var now = Stopwatch.GetTimestamp();
        var since = Stopwatch.GetElapsedTime(Interlocked.Exchange(ref _looked, now), now).Ticks;
        for (var longest = Interlocked.Read(ref _longest); since > longest; longest = Interlocked.Read(ref _longest))
        {
            Interlocked.CompareExchange(ref _longest, since, longest);
        }
    }

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
