using System.Globalization;
using Microsoft.Data.Sqlite;
using OverdoseBot.Bot;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>The clocks of 100,000 open emergencies, all due within one minute, rung by the real program on one core.</summary>
internal sealed class AlarmsDue(Library library, TurnAdapter adapter, string program)
{
    private const int Cases = 100_000;
    private const int Filling = 256;
    // Turns until a dose was given: its clock is the only one that runs.
    private const int UntilDose = 5;
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _dose = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _before = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan _after = TimeSpan.FromSeconds(15);

    public async Task RunAsync()
    {
        Console.WriteLine();
        Console.WriteLine($"Alarms: {Cases:N0} cases whose next dose is due within one minute ({Cases / _minute.TotalSeconds:N0} a second), SQLite. {Cores.Describe()} Load before: {Machine.Load()}");
        await using var store = await Store.OpenAsync(library, adapter);
        var due = TimeProvider.System.GetUtcNow() + _before;
        await FillAsync(store, due);
        var left = due - TimeProvider.System.GetUtcNow();
        Console.WriteLine($"  {Cases:N0} cases kept, {store.Size >> 20} MiB; the program starts {left.TotalSeconds:N0} s before the first is due");
        await Cores.LeaveFirstAsync();
        // The file may have one program at a time.
        await store.Journal.DisposeAsync();
        await using var service = await Service.OverFileAsync(program, store.Connection);
        await Task.Delay(due + _minute + _after - TimeProvider.System.GetUtcNow());
        var (cpu, resident) = (service.One.Cpu, service.Resident);
        await service.One.KillAsync();
        await PrintAsync(store.Connection, due, cpu, resident);
    }

    private async Task FillAsync(Store store, DateTimeOffset due)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Filling).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < Cases; i = Interlocked.Increment(ref next))
            {
                await store.Journal.CommitAsync(await CaseAsync($"due-{i}", due + _minute * i / Cases), CancellationToken.None);
            }
        })));
    }

    // The time of a turn is an argument: the dose was given two minutes before its clock is due.
    private async Task<TurnEntry> CaseAsync(string conversation, DateTimeOffset due)
    {
        var record = new CaseRecord { Region = "us", Language = "en" };
        for (var turn = 0; ; turn++)
        {
            var inbound = Emergency.Turn(conversation, turn).Inbound;
            var at = DateTimeOffset.FromUnixTimeMilliseconds((due - _dose - TimeSpan.FromSeconds(10 * (UntilDose - 1 - turn))).ToUnixTimeMilliseconds());
            var result = await adapter.RunAsync(record, inbound, at);
            if (turn == UntilDose - 1)
            {
                return Store.Entry(conversation, inbound, result, at);
            }

            record = result.Record;
        }
    }

    private static async Task PrintAsync(string connection, DateTimeOffset due, TimeSpan cpu, long resident)
    {
        var lates = new List<double>();
        var cases = new HashSet<long>();
        await using var store = new SqliteConnection(connection);
        await store.OpenAsync();
        await using var rings = store.CreateCommand();
        rings.CommandText = "SELECT conversation, inbound_key, at FROM log WHERE inbound_key LIKE 'clock/%'";
        await using var row = await rings.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var set = long.Parse(row.GetString(1).AsSpan("clock/".Length), CultureInfo.InvariantCulture);
            // What rang a second time belongs to a later minute. In whole milliseconds the last of these may be a minute after the first.
            if (set >= due.ToUnixTimeMilliseconds() && set <= (due + _minute).ToUnixTimeMilliseconds())
            {
                cases.Add(row.GetInt64(0));
                lates.Add(row.GetInt64(2) - set);
            }
        }

        await row.DisposeAsync();
        rings.CommandText = "SELECT id, due - $due FROM conversation WHERE due < $until OR number NOT IN (SELECT conversation FROM log WHERE inbound_key LIKE 'clock/%')";
        rings.Parameters.AddWithValue("$due", due.ToUnixTimeMilliseconds());
        rings.Parameters.AddWithValue("$until", (due + _minute).ToUnixTimeMilliseconds());
        await using var still = await rings.ExecuteReaderAsync();
        while (await still.ReadAsync())
        {
            Console.WriteLine($"  still waits: {still.GetString(0)}, due {still.GetInt64(1)} ms after the first");
        }

        var sorted = lates.Order().ToArray();
        Console.WriteLine(
            $"  {sorted.Length:N0} rang ({cases.Count:N0} cases); late p50 {Http.Tally.Within(sorted, 500):N0}  p99 {Http.Tally.Within(sorted, 990):N0}  p99.9 {Http.Tally.Within(sorted, 999):N0}  most {sorted.LastOrDefault(double.NaN):N0} ms;"
            + $" {cpu.TotalSeconds:N1} s of processor time from its start, {resident >> 20} MiB resident");
    }
}
