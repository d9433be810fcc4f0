using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using OverdoseBot.Journal;

namespace OverdoseBot.Watching.Tests;

/// <summary>Hears all that is measured, as whoever exports does.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans;
    private readonly ConcurrentDictionary<string, double> _sums = new(StringComparer.Ordinal);

    public Measured()
    {
        _meters.InstrumentPublished = (instrument, self) =>
        {
            if (Instruments.All.Contains(instrument))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source == Instruments.Spans,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
    }

    /// <summary>Spans that ended.</summary>
    public ConcurrentQueue<Activity> Spans { get; } = new();

    /// <summary>What was measured so far: sums by instrument and tags, as <c>overdosebot.turns channel=web kind=triage</c>.</summary>
    public IReadOnlyDictionary<string, double> Sums => _sums;

    /// <summary>One of them; of a gauge the highest value.</summary>
    public double this[string name] => _sums.GetValueOrDefault(name);

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var (key, of) in tags)
        {
            name += $" {key}={of}";
        }

        _sums.AddOrUpdate(name, value, (_, sum) => instrument is Gauge<double> ? Math.Max(sum, value) : sum + value);
    }
}
