using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;
using OverdoseBot.Replicas.Tests.Given;
using OverdoseBot.Replicas.Tests.Kills;
using Xunit.Abstractions;

namespace OverdoseBot.Replicas.Tests;

/// <summary>A rolling restart while people write: each replica drains and starts again, and nobody notices but for a stream that opens anew.</summary>
[Collection(KillTests.Alone)]
public sealed class RollTests(ITestOutputHelper output)
{
    private static readonly string[] _slow = ["The journal is slow", "More people write at once"];
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Nobody_gets_an_error_or_the_card_and_nothing_is_lost_or_said_twice()
    {
        var connection = await (await Cluster.SharedAsync()).SchemaAsync();
        await using var api = await Loopback.StartAsync();
        var fleet = Enumerable.Range(0, 3).Select(_ => new Replica(Settings.Of(connection, [.. Settings.Texts(api), ("Drain", "00:00:10")]))).ToList();
        try
        {
            fleet.ForEach(replica => replica.Start());
            await Task.WhenAll(fleet.Select(replica => replica.ReadyAsync()));
            var card = await TextPerson.CardAsync(fleet[0].Http);
            var service = new RoundRobin(fleet);
            await using var crowd = new Crowd(service, 8);
            crowd.Start();
            foreach (var replica in fleet)
            {
                replica.Terminate();
                // The load balancer asks, and sends nobody there any more.
                while (await replica.StatusAsync() == HttpStatusCode.OK)
                {
                    await Task.Delay(_look, TimeProvider.System);
                }

                service.Leaving = replica;
                await replica.EndedAsync();
                service.Leaving = null;
                replica.Start();
                await replica.ReadyAsync();
            }

            await crowd.QuietAsync();
            await using var journal = await Journals.OpenAsync(connection, TimeProvider.System, NullLoggerFactory.Instance);
            var verdict = new Verdict();
            await new WebChecker(journal, crowd.Web, verdict, []).CheckAsync();
            // What clocks said may still be on its way.
            var texts = new TextChecker(journal, crowd.Texts, api.Kept, card, DateTimeOffset.MinValue, verdict, []);
            await texts.CheckAsync();
            output.WriteLine(verdict.Counts);
            verdict.Faults.ShouldBeEmpty();
            // Where a turn takes a busy machine more than five seconds the card is right, and the replica says so; one that leaves has no such reason.
            if (!fleet.Any(replica => _slow.Any(replica.Said.Contains)))
            {
                crowd.Web.Sum(person => person.Carded).ShouldBe(0);
                texts.Carded.ShouldBe(0);
            }

            service.Broken.ShouldBeEmpty();
        }
        finally
        {
            fleet.ForEach(replica => replica.Dispose());
        }
    }
}
