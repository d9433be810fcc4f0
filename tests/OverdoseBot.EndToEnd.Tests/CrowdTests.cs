using System.Diagnostics;
using Xunit.Abstractions;

namespace OverdoseBot.EndToEnd;

/// <summary>A city at once: two thousand people in chats of their own, one service.</summary>
[Collection(OnStage.Name)]
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int Streams = 2_000;

    // Files and connections that come and go by themselves; a leak would be one for every stream.
    private const int Breath = Streams / 40;

    [Fact]
    public async Task Two_thousand_streams_are_open_at_once_and_leave_nothing_behind()
    {
        await using var service = await Service.StartAsync();
        var crowd = new List<Chatter>();
        var before = Look(service, "before");
        using (var http = new HttpClient { BaseAddress = service.Address })
        {
            var since = Stopwatch.StartNew();
            foreach (var group in Enumerable.Range(0, Streams).Chunk(50))
            {
                crowd.AddRange(await Task.WhenAll(group.Select(_ => Chatter.JoinAsync(http))));
            }

            Look(service, $"{Streams} streams opened in {since.Elapsed.TotalSeconds:0.0} s").ShouldBeGreaterThanOrEqualTo(before + Streams);
            since.Restart();
            await Parallel.ForEachAsync(crowd.Where((_, i) => i % 20 == 0), async (one, _) => (await one.AskAsync("he is blue")).ShouldContain("911"));
            Look(service, $"{Streams / 20} of them answered on their stream in {since.Elapsed.TotalSeconds:0.0} s");
            crowd.ShouldAllBe(c => c.IsOpen);
        }

        foreach (var group in crowd.Chunk(100))
        {
            await Task.WhenAll(group.Select(c => c.LeaveAsync()));
        }

        crowd.ForEach(c => c.Dispose());
        for (var i = 0; i < 600 && service.Handles > before + Breath; i++)
        {
            await Task.Delay(100);
        }

        Look(service, "all gone").ShouldBeLessThanOrEqualTo(before + Breath);
    }

    private int Look(Service service, string when)
    {
        output.WriteLine($"{when}: {service.Handles} handles, {service.Memory / 1_048_576} MiB");
        return service.Handles;
    }
}
