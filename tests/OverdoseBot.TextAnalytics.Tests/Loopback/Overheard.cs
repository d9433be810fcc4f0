using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;

namespace OverdoseBot.Loopback;

/// <summary>All that goes into traces, and all that Azure's pipeline tells to whoever listens, at its most talkative.</summary>
internal sealed class Overheard : IDisposable
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ActivityListener _traces;
    private readonly AzureEventSourceListener _events;

    public Overheard()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => _all.Enqueue(a.OperationName + string.Concat(a.TagObjects.Select(t => $" {t.Key}={t.Value}"))),
        };
        ActivitySource.AddActivityListener(_traces);
        _events = new AzureEventSourceListener((e, message) => _all.Enqueue(message + string.Concat(e.Payload?.Select(p => $" {p}") ?? [])), EventLevel.Verbose);
    }

    public IReadOnlyCollection<string> All => _all;

    public void Dispose()
    {
        _traces.Dispose();
        _events.Dispose();
    }
}
