using System.Diagnostics;
using Newtonsoft.Json;
using OverdoseBot.Bot;

namespace OverdoseBot.Benchmarks;

/// <summary>The bot turn without I/O: the record is written to JSON and read back between every two turns.</summary>
internal static class PureTurns
{
    private static readonly JsonSerializerSettings _typed = new() { TypeNameHandling = TypeNameHandling.All };

    /// <summary>Ours, and beside it the same turns with the record kept as the SDK's memory storage keeps state: JSON with type names.</summary>
    public static async Task RunAsync(TurnAdapter adapter, TimeSpan time)
    {
        Func<CaseRecord, CaseRecord> ours = r => RecordJson.Read(RecordJson.Write(r));
        Func<CaseRecord, CaseRecord> sdk = r => JsonConvert.DeserializeObject<CaseRecord>(JsonConvert.SerializeObject(r, _typed), _typed)!;
        await OneAsync(adapter, ours, time);
        await OneAsync(adapter, sdk, time / 2);
        await PrintAsync("bot turn, record as typed JSON (ours)", adapter, ours, time);
        await PrintAsync("bot turn, record as JSON with type names (as the SDK stores)", adapter, sdk, time);
    }

    private static async Task PrintAsync(string name, TurnAdapter adapter, Func<CaseRecord, CaseRecord> keep, TimeSpan time)
    {
        var (turns, seconds, bytes) = await OneAsync(adapter, keep, time);
        Console.WriteLine($"{name,-62} {turns / seconds,10:N0} turns/s  {seconds / turns * 1e6,7:N1} µs  {bytes / turns,8:N0} B/turn  (1 thread)");
    }

    private static async Task<(long Turns, double Seconds, long Bytes)> OneAsync(TurnAdapter adapter, Func<CaseRecord, CaseRecord> keep, TimeSpan time)
    {
        var (turns, before, watch) = (0L, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        while (watch.Elapsed < time)
        {
            var record = new CaseRecord { Region = "us", Language = "en" };
            for (var i = 0; i < Emergency.Turns; i++)
            {
                var (inbound, at) = Emergency.Turn("c", i);
                var result = await adapter.RunAsync(record, inbound, at);
                if (result.Error is not null)
                {
                    throw new InvalidOperationException("A turn failed: the figures would be worthless.", result.Error);
                }

                record = keep(result.Record);
                turns++;
            }
        }

        return (turns, watch.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
