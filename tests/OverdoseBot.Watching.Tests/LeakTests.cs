using System.Text.Json;
using OverdoseBot.Loopback;

namespace OverdoseBot.Watching.Tests;

/// <summary>The real program at its most talkative, logging to console and collector, with everything around it broken: nothing that people tell is in any of it.</summary>
public sealed class LeakTests
{
    // Whoever looks for a fault in the night asks for all of it, for one provider and for one category.
    private static readonly (string, string)[] _talkative =
    [
        ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore.Server.Kestrel", "Trace"),
        ("Logging__Console__LogLevel__Default", "Trace"), ("Logging__Console__LogLevel__Microsoft.AspNetCore", "Trace"), ("Logging__Console__LogLevel__Microsoft.Hosting.Lifetime", "Trace"),
        ("Logging__OpenTelemetry__LogLevel__Default", "Trace"), ("Logging__Console__FormatterName", "json"), ("Logging__Console__FormatterOptions__IncludeScopes", "true"),
        ("OTEL_LOGS_EXPORTER", "otlp"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), ("ASPNETCORE_DETAILEDERRORS", "true"),
    ];

    [Fact]
    public async Task Nothing_that_people_tell_is_in_a_log_line_a_metric_or_a_span()
    {
        var dead = LoopbackService.Dead();
        await using var collector = await Collector.StartAsync();
        await using var liar = LoopbackService.Always(Reply.Json(200, "{\"documents\": \"" + Untold.Word + "\""));
        await using var service = await ServiceProcess.StartAsync(
            [.. _talkative, .. Untold.Settings, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("Sms__Twilio__ApiBase", dead.ToString()), ("HumanLine__Hub", new Uri(dead, "hub").ToString()), ("Sentiment__Endpoint", liar.Address.ToString())]);

        await Callers.ConnectAsync(service.Http.BaseAddress!, dead);
        var tokens = await Callers.ChatAsync(service.Http);
        await Callers.TextAsync(service.Http);
        await Callers.KnockAsync(service.Http);
        await collector.UntilAsync("overdosebot.turns", "overdosebot.handoffs", "respond/compressions", "DRAFT", "The sentiment service", "its signature is not Twilio");
        await service.StopAsync();

        var ids = JournalIds.In(service.Folder);
        ids.Count.ShouldBeGreaterThan(10);
        Untold.In([.. service.Lines, collector.Got], [.. tokens, .. ids]).ShouldBeEmpty();
        service.Lines.ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.GetProperty("Category").GetString() != null);
        service.Lines.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Words_at_the_console_are_as_they_were()
    {
        await using var service = await ServiceProcess.StartAsync();
        await service.StopAsync();
        service.Lines.ShouldContain(l => l == "info: OverdoseBot[0]" || l.StartsWith("info: OverdoseBot[", StringComparison.Ordinal));
        service.Lines.ShouldContain(l => l.Contains("DRAFT: no clinician has signed this text"));
    }
}
