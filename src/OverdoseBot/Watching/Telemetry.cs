using OverdoseBot.Wiring;

namespace OverdoseBot.Watching;

/// <summary>
/// Metrics, traces and logs over OTLP, by the standard variables (<c>OTEL_…</c>). Without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> nothing of it is loaded.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Begins to export metrics and traces; null: nobody asked for it. Disposal sends what is left, for two seconds at most.</summary>
    /// <exception cref="OptionsException">The address cannot be used.</exception>
    public static IAsyncDisposable? Start(IConfiguration settings) => IsOn(settings) ? new Otlp(settings) : null;

    /// <summary>Exports logs too, where <c>OTEL_LOGS_EXPORTER=otlp</c> asks for it; the rules for the console hold for them.</summary>
    public static ILoggingBuilder AddOtlpLogs(this ILoggingBuilder logging, IConfiguration settings)
    {
        if (IsOn(settings) && settings["OTEL_LOGS_EXPORTER"] == "otlp")
        {
            OtlpLogs.Add(logging);
        }

        return logging;
    }

    // The address may hold a secret: it is never printed.
    private static bool IsOn(IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings[Endpoint]) || string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return Uri.TryCreate(settings[Endpoint], UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? true
            : throw new OptionsException($"{Endpoint} is no web address. Write that of the collector, such as http://localhost:4317.");
    }
}
