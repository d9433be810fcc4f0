using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace OverdoseBot.Watching;

/// <summary>Sends logs.</summary>
internal static class OtlpLogs
{
    public static void Add(ILoggingBuilder logging) => logging.AddOpenTelemetry(logs =>
    {
        var resource = ResourceBuilder.CreateDefault();
        Otlp.Name(resource);
        logs.SetResourceBuilder(resource).AddOtlpExporter();
    });
}
