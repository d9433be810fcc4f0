using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>What people know before the facts and after them is counted where a turn is committed, once, and names nobody.</summary>
public sealed class KnowledgeTallyTests : WithJournal
{
    private readonly ListLog<TurnRunner> _log = new();
    private readonly ConcurrentDictionary<string, long> _counted = new(StringComparer.Ordinal);

    [Fact]
    public async Task Answers_are_counted_before_the_facts_and_after_them()
    {
        var tally = new KnowledgeTally();
        using var listener = Listen();
        string[] said =
        [
            "i want to be ready", "quiz", "next", "true", "true", "idk", "what is the weather", "false", "true", "false", "true", "false",
            "facts", "true", "true", "true", "true", "true", "true", "quiz", "next", "true", "false", "true", "false", "true", "false", "true", "false",
        ];
        for (var i = 0; i < said.Length; i++)
        {
            await SayAsync(tally, $"{i}", said[i]);
        }

        // Before: "break" right, "mix" wrong, "lips" skipped, what cannot be read asked again, and five more right.
        _counted.ShouldBe(new Dictionary<string, long>
        {
            ["knowledge.asked when=before"] = 8,
            ["knowledge.right when=before"] = 6,
            ["knowledge.asked when=after"] = 8,
            ["knowledge.right when=after"] = 8,
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_turn_that_somebody_else_was_faster_in_or_that_comes_twice_counts_once()
    {
        var tally = new KnowledgeTally();
        using var listener = Listen();
        foreach (var (text, i) in new[] { "i want to be ready", "quiz", "next", "true", "false" }.Select((t, i) => (t, i)))
        {
            await SayAsync(tally, $"{i}", text);
        }

        await SayAsync(tally, "4", "false");

        _counted["knowledge.asked when=before"].ShouldBe(2);
    }

    [Fact]
    public async Task An_emergency_in_the_middle_counts_nothing()
    {
        var tally = new KnowledgeTally();
        using var listener = Listen();
        foreach (var (text, i) in new[] { "i want to be ready", "quiz", "next", "true he is not breathing" }.Select((t, i) => (t, i)))
        {
            await SayAsync(tally, $"{i}", text);
        }

        _counted.ShouldBeEmpty();
    }

    private async Task SayAsync(KnowledgeTally tally, string key, string text) =>
        await new TurnRunner(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, _log, knowledge: tally).RunAsync("c", key, From.Text(text), false, default);

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == KnowledgeTally.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var shown = string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
            _counted.AddOrUpdate($"{instrument.Name} {shown}", value, (_, sum) => sum + value);
        });
        listener.Start();
        return listener;
    }
}
