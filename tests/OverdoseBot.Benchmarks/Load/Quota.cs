using System.Globalization;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>Holds a process to a part of a core, where the machine lets us (control groups of version 1 or 2, as root).</summary>
internal sealed class Quota : IDisposable
{
    // Short, so that being held shows as slowness and not as stops.
    private const int Period = 10_000;
    private readonly string _group;

    private Quota(string group) => _group = group;

    /// <returns>null: the machine does not let us.</returns>
    public static Quota? Of(int process, int percent)
    {
        var quota = Period * percent / 100;
        var first = Directory.Exists("/sys/fs/cgroup/cpu");
        var group = Path.Combine(first ? "/sys/fs/cgroup/cpu" : "/sys/fs/cgroup", string.Create(CultureInfo.InvariantCulture, $"overdosebot-bench-{process}"));
        try
        {
            Directory.CreateDirectory(group);
            if (first)
            {
                File.WriteAllText(Path.Combine(group, "cpu.cfs_period_us"), Period.ToString(CultureInfo.InvariantCulture));
                File.WriteAllText(Path.Combine(group, "cpu.cfs_quota_us"), quota.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                File.WriteAllText(Path.Combine(group, "cpu.max"), string.Create(CultureInfo.InvariantCulture, $"{quota} {Period}"));
            }

            File.WriteAllText(Path.Combine(group, "cgroup.procs"), process.ToString(CultureInfo.InvariantCulture));
            return new Quota(group);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The process is killed later: the group goes with it, or stays empty.
    public void Dispose()
    {
        try
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(_group)!, "cgroup.procs"), string.Empty);
            Directory.Delete(_group);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Somebody is still in it.
        }
    }
}
