using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OverdoseBot.Journal;

namespace OverdoseBot.Watching;

/// <summary>
/// Sends metrics and traces, from threads and queues of its own: a collector that is away, slow or wrong costs what it did not take, and no turn waits.
/// Only what is listed in <see cref="Instruments"/> is sent. What the frameworks measure has paths and addresses in it.
/// </summary>
internal sealed class Otlp : IAsyncDisposable
{
    private const int Patience = 2_000;
    private readonly MeterProvider? _metrics;
    private readonly TracerProvider? _traces;

    public Otlp(IConfiguration settings)
    {
        if (settings["OTEL_METRICS_EXPORTER"] != "none")
        {
            _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(s => s.AddSingleton(settings)).ConfigureResource(Name)
                .AddMeter(Instruments.Name, Instruments.KnowledgeMeter, Instruments.OpinionsMeter).AddOtlpExporter().Build();
        }

        if (settings["OTEL_TRACES_EXPORTER"] != "none")
        {
            _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(s => s.AddSingleton(settings)).ConfigureResource(Name)
                .AddSource(Instruments.Name).AddOtlpExporter().Build();
        }
    }

    /// <summary>The service's name, where the variables say no other.</summary>
    public static void Name(ResourceBuilder resource) => resource.AddService(Instruments.Name).AddEnvironmentVariableDetector();

    public async ValueTask DisposeAsync()
    {
        // Each on a thread of its own: both wait.
        await Task.WhenAll(Task.Run(() => _metrics?.Shutdown(Patience)), Task.Run(() => _traces?.Shutdown(Patience)));
        _metrics?.Dispose();
        _traces?.Dispose();
    }
}
