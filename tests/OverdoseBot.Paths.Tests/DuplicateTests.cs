using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Journal;

namespace OverdoseBot.Paths.Tests;

/// <summary>What comes twice under one key is answered with the same replies and leaves the record as it is, on the way to every step.</summary>
public sealed class DuplicateTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task A_message_that_is_delivered_again_changes_nothing(string language)
    {
        var walk = await Walks.ShippedAsync(1500, language);
        var folder = Directory.CreateTempSubdirectory("overdosebot-test-");
        var time = new ManualTime(Walk.Start);
        await using (var journal = await SqliteJournal.OpenAsync($"Data Source={Path.Combine(folder.FullName, "journal.db")}", time, NullLogger.Instance))
        {
            var adapter = new TurnAdapter(Shipped.Library, Walks.Ear.Bot(Shipped.Library));
            var runner = new TurnRunner(journal, adapter, Shipped.Library, time, new CaseDefaults("us", language), NullLogger<TurnRunner>.Instance);
            foreach (var i in Enumerable.Range(0, walk.Nodes.Count).Where(n => walk.Nodes[n].Walks.HasFlag(Walked.Texts)))
            {
                foreach (var input in Inputs(walk, i).Where(n => n.Kind != InputKind.Clock))
                {
                    time.MoveTo(time.GetUtcNow() + Driver.Pause);
                    await TwiceAsync(journal, runner, input, $"at {i}");
                }
            }
        }

        folder.Delete(recursive: true);
    }

    private static async Task TwiceAsync(SqliteJournal journal, TurnRunner runner, PathInput input, string conversation)
    {
        var key = Guid.NewGuid().ToString();
        var first = await runner.RunAsync(conversation, key, input.Activity(), sms: false, CancellationToken.None);
        var before = await journal.BeginAsync(conversation, "look", CancellationToken.None);
        var again = await runner.RunAsync(conversation, key, input.Activity(), sms: false, CancellationToken.None);
        var after = await journal.BeginAsync(conversation, "look", CancellationToken.None);

        Assert.False(first.Repeated);
        Assert.True(again.Repeated);
        Assert.Equal(JsonConvert.SerializeObject(first.Activities.Select(a => (a.Text, a.ChannelData))), JsonConvert.SerializeObject(again.Activities.Select(a => (a.Text, a.ChannelData))));
        Assert.Equal(before.Version, after.Version);
        Assert.True(before.Record!.Value.Span.SequenceEqual(after.Record!.Value.Span));
    }

    private static List<PathInput> Inputs(WalkResult walk, int node)
    {
        var inputs = new List<PathInput>();
        for (var i = node; i > 0 && walk.Nodes[i].Input is { } input; i = walk.Nodes[i].Parent)
        {
            inputs.Insert(0, input);
        }

        return inputs;
    }
}
