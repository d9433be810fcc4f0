using System.Diagnostics;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>
/// Ten times as many people as the service can carry, for one minute: nobody may get an error or silence. The service is held to a part of a core, so
/// that one machine can play both sides.
/// </summary>
internal static class Surge
{
    private const int Percent = 10;
    private const int Times = 10;
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string program, TimeSpan time)
    {
        Console.WriteLine();
        Console.WriteLine($"Surge: each person says something, waits for the answer, and a second later says the next thing. {Cores.Describe()} Load before: {Machine.Load()}");
        await Cores.LeaveFirstAsync();
        await using var service = await Service.OverFileAsync(program);
        await Loops.ClosedAsync(service.Addresses, Talk.Emergency, 32, _warmUp);
        using var quota = Quota.Of(service.One.Id, Percent);
        Console.WriteLine(quota is null ? "  This machine does not let us hold a process to a part of a core: all of one." : $"  The service is held to {Percent} % of a core.");
        var watch = Stopwatch.StartNew();
        var full = await Loops.ClosedAsync(service.Addresses, Talk.Emergency, 16, time);
        var sustained = full.Turns / watch.Elapsed.TotalSeconds;
        Console.WriteLine($"  sustained {sustained,8:N0} turns/s by 16 people without a pause  {full.Times()}  errors {full.Errors}, cards {full.Cards}");
        var people = (int)(sustained * _second.TotalSeconds / 2);
        await CrowdAsync("half of that", service, people, time);
        await CrowdAsync($"{Times} times", service, Times * 2 * people, _minute);
        await RecoveryAsync(service, people);
    }

    private static async Task CrowdAsync(string name, Service service, int people, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var heard = await Loops.ClosedAsync(service.Addresses, Talk.Emergency, people, time, _second);
        var took = Stopwatch.GetElapsedTime(began);
        var all = heard.Turns + heard.Cards;
        Console.WriteLine($"  {name,-12} {people,6:N0} people: {all / took.TotalSeconds,6:N0} answers/s, {heard.Turns:N0} turns, {heard.Cards:N0} cards ({(double)heard.Cards / Math.Max(all, 1):P1}), {heard.Errors} errors or silences; {heard.Times()}, longest {heard.Longest():N0} ms; {service.Resident >> 20} MiB");
    }

    // Recovered: a second in which half of what is sustainable came, and nobody got the card or waited longer than a second.
    private static async Task RecoveryAsync(Service service, int people)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < _minute)
        {
            var heard = await Loops.OpenAsync(service.Addresses, Talk.Emergency, people, 64, _second);
            if (heard is { Cards: 0, Errors: 0 } && heard.Longest() < _second.TotalMilliseconds)
            {
                Console.WriteLine($"  recovered {since.Elapsed.TotalSeconds:N1} s after the last of them had an answer");
                return;
            }
        }

        Console.WriteLine("  not recovered within a minute");
    }
}
