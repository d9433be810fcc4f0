using System.Diagnostics;
using OverdoseBot.Loopback;
using OverdoseBot.Sms.Tests;

namespace OverdoseBot.Watching.Tests;

/// <summary>The program and a collector that takes, hangs, lies or is not there: what is exported, and that no turn and no end waits for it.</summary>
public sealed class CollectorTests
{
    private static readonly (string, string)[] _soon =
        [("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100")];

    // Where a turn or an end waited for a collector it would wait that long: a machine that stands still takes less.
    private static readonly (string, string) _timeout = ("OTEL_EXPORTER_OTLP_TIMEOUT", "60000");
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task What_happened_reaches_the_collector_under_the_service_s_name(string protocol)
    {
        await using var collector = await Collector.StartAsync(grpc: protocol == "grpc");
        await using var service = await ServiceProcess.StartAsync(
            [.. _soon, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=night-shift")]);

        await ChatAsync(service);

        await collector.UntilAsync(
            "OverdoseBot", "night-shift", "overdosebot.turns", "overdosebot.turn.duration", "overdosebot.steps", "respond/start", "overdosebot.journal.commit.duration",
            "load", "run", "commit", "overdosebot.step.to");
        collector.Paths.Count.ShouldBe(2);
        service.Loaded.ShouldContain("OpenTelemetry.dll");
    }

    [Fact]
    public async Task The_standard_variables_name_the_service_and_turn_signals_off()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await ServiceProcess.StartAsync(
            [.. _soon, .. Http(collector.Url), ("OTEL_SERVICE_NAME", "night-bot"), ("OTEL_TRACES_EXPORTER", "none"), ("OTEL_LOGS_EXPORTER", "otlp")]);

        await ChatAsync(service);

        await collector.UntilAsync("night-bot", "overdosebot.turns", "DRAFT: no clinician has signed this text");
        collector.Paths.ShouldBe(["/v1/logs", "/v1/metrics"]);
    }

    [Fact]
    public async Task Without_an_address_nothing_of_it_is_loaded()
    {
        await using var service = await ServiceProcess.StartAsync(("OTEL_LOGS_EXPORTER", "otlp"), ("OTEL_TRACES_SAMPLER", "always_on"));

        await ChatAsync(service);

        service.Loaded.ShouldContain("OverdoseBot.Channels.dll");
        service.Loaded.ShouldNotContain("OpenTelemetry");
    }

    [Theory]
    [InlineData(nameof(Manners.Hangs))]
    [InlineData(nameof(Manners.Lies))]
    [InlineData("away")]
    public async Task A_collector_that_is_away_hangs_or_lies_slows_no_turn_and_no_end(string trouble)
    {
        await using var collector = await Collector.StartAsync(Enum.TryParse<Manners>(trouble, out var manners) ? manners : Manners.Receives);
        var url = trouble == "away" ? LoopbackService.Dead().ToString() : collector.Url;
        await using var service = await ServiceProcess.StartAsync(
            [.. _soon, _timeout, .. Http(url), ("OTEL_LOGS_EXPORTER", "otlp"), ("OTEL_BSP_MAX_QUEUE_SIZE", "16"), ("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "8")]);
        if (trouble != "away")
        {
            await collector.CalledAsync();
        }

        using var others = new OtherWork();
        (await ChatAsync(service, turns: 40)).ShouldBeLessThan(_most);
        service.Lines.ShouldNotContain(l => l.Contains("fail") || l.Contains("Exception"), string.Join('\n', service.Lines));
        var took = await service.StopAsync();
        took.ShouldBeLessThan(others.IsQuiet ? TimeSpan.FromSeconds(9) : _most);
    }

    [Fact]
    public void An_address_that_is_none_is_one_clear_line_that_does_not_repeat_it()
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "hush-hush" };

        Should.Throw<Wiring.OptionsException>(() => Telemetry.Start(settings)).Message
            .ShouldSatisfyAllConditions(m => m.ShouldStartWith("OTEL_EXPORTER_OTLP_ENDPOINT"), m => m.ShouldNotContain("hush"));
    }

    [Theory]
    [InlineData("traceidratio", "0", false)]
    [InlineData("always_off", "", false)]
    [InlineData("always_on", "", true)]
    [InlineData("parentbased_always_off", "", false)]
    public async Task The_sampler_decides_and_what_the_public_sends_does_not(string sampler, string argument, bool kept)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await ServiceProcess.StartAsync(
            [.. _soon, .. Http(collector.Url), ("OTEL_TRACES_SAMPLER", sampler), ("OTEL_TRACES_SAMPLER_ARG", argument)]);
        const string Theirs = "4bf92f3577b34da6a3ce929d0e0e4736";
        service.Http.DefaultRequestHeaders.Add("traceparent", $"00-{Theirs}-00f067aa0ba902b7-01");
        service.Http.DefaultRequestHeaders.Add("tracestate", "congo=zanzibarquux");
        service.Http.DefaultRequestHeaders.Add("baggage", "who=zanzibarquux");

        await ChatAsync(service);
        // A stop gives what is left two seconds.
        await collector.UntilAsync(["overdosebot.turns", "/v1/metrics", .. kept ? (string[])["/v1/traces"] : []]);
        await service.StopAsync();

        collector.Paths.Contains("/v1/traces").ShouldBe(kept);
        collector.Got.ShouldNotContain(System.Text.Encoding.Latin1.GetString(Convert.FromHexString(Theirs)));
        collector.Got.ShouldNotContain("zanzibarquux");
    }

    private static (string, string)[] Http(string url) => [("OTEL_EXPORTER_OTLP_ENDPOINT", url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    // How long the slowest turn took.
    private static async Task<TimeSpan> ChatAsync(ServiceProcess service, int turns = 3)
    {
        var person = await Visitor.StartedAsync(service.Http);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < turns; i++)
        {
            var since = Stopwatch.StartNew();
            (await person.SayAsync(i % 2 == 0 ? "he is not breathing" : "not sure")).Code.ShouldBe(200);
            slowest = since.Elapsed > slowest ? since.Elapsed : slowest;
        }

        return slowest;
    }
}
