using System.Diagnostics;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Watching;
using OverdoseBot.Journal;
using Xunit.Abstractions;

namespace OverdoseBot.Watching.Tests;

/// <summary>When nobody listens, measuring a turn makes nothing and costs less than a microsecond.</summary>
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Turns = 20_000;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly CaseRecord _before = new() { Region = "us", Language = "en" };
    private static readonly TurnResult _result = new(_before with { Stack = [new Frame("respond", "wake", null)] }, [], null, null);
    private static readonly Microsoft.Bot.Schema.Activity _inbound = new(ActivityTypes.Message) { Text = "hi" };
    private static readonly (string, string?)[] _texts = [("Call 911.", null)];

    [Fact]
    public void A_turn_costs_less_than_a_microsecond_and_no_memory()
    {
        Instruments.Turns.Enabled.ShouldBeFalse("somebody listens");
        Measure();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        // The machine has other work: its best is what it costs.
        var (since, cost) = (Stopwatch.StartNew(), double.MaxValue);
        do
        {
            cost = Math.Min(cost, Measure().TotalMicroseconds / Turns);
        }
        while (cost >= 1 && since.Elapsed < _patience);

        output.WriteLine($"{cost:N3} µs a turn");
        cost.ShouldBeLessThan(1);
    }

    private static TimeSpan Measure()
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Turns; i++)
        {
            using var watch = TurnWatch.Begin(TimeProvider.System, _inbound, sms: true, null);
            watch.Kept(_before, _result, _inbound, Shipped.House.Library);
            SmsWatch.Replied(_texts);
            Instruments.Streams.Add(1);
            Instruments.Streams.Add(-1);
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
