using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OverdoseBot.Bot;
using OverdoseBot.Journal;
using OverdoseBot.Loopback;
using OverdoseBot.Wiring;

namespace OverdoseBot.Watching.Tests;

/// <summary>Troubles that only a test can make: scripts that throw, a store that is taken away, hours that pass. Still nothing is told; and a leak is found.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private Collector _collector = null!;
    private IAsyncDisposable _exporting = null!;

    public async Task InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _exporting = Telemetry.Start(new ConfigurationManager
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            // Soon: what a stop sends is cut off after two seconds, which a busy machine needs for less.
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        })!;
    }

    public async Task DisposeAsync()
    {
        await _exporting.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task A_script_that_throws_what_people_wrote_tells_nothing()
    {
        await using var bench = await Bench.StartAsync(new House(Shipped.House.Library, Shipped.House.Reader, new TurnAdapter(Shipped.House.Library, new Blabbing())), Untold.Options);
        var tokens = await Callers.ChatAsync(bench.Http);
        await Callers.TextAsync(bench.Http);

        bench.Logs.All.ShouldContain(l => l.Contains("A turn failed"));
        await NothingIsToldAsync(bench, tokens, "overdosebot.turn.failures");
    }

    [Fact]
    public async Task A_store_that_is_away_tells_nothing()
    {
        await using var bench = await Bench.StartAsync(Untold.Options);
        bench.Journal.Away = true;
        var tokens = await Callers.ChatAsync(bench.Http);
        await Callers.TextAsync(bench.Http);
        await Callers.KnockAsync(bench.Http);

        bench.Logs.All.ShouldContain(l => l.Contains("The journal could not be reached"));
        await NothingIsToldAsync(bench, tokens, "overdosebot.cards");
    }

    [Fact]
    public async Task Twilio_and_hub_that_are_dead_for_long_tell_nothing()
    {
        var dead = LoopbackService.Dead();
        await using var bench = await Bench.StartAsync(
            [.. Untold.Options, ("Sms:Twilio:ApiBase", dead.ToString()), ("HumanLine:Hub", new Uri(dead, "hub").ToString()), ("Sentiment:Endpoint", dead.ToString())]);
        var tokens = await Callers.ChatAsync(bench.Http);
        await Callers.TextAsync(bench.Http);
        // Time goes on till the hub too has been waited for in vain.
        await bench.UntilAsync(() => bench.Logs.All.Any(l => l.Contains("A message for sms") && l.Contains("given up")) && _collector.Got.Contains("failed"), "nothing was given up");

        await NothingIsToldAsync(bench, tokens, "overdosebot.alarm.lateness", "stale", "failed");
    }

    [Fact]
    public async Task A_log_line_that_tells_is_found()
    {
        await using var bench = await Bench.StartAsync(Untold.Options);
        var log = bench.Services.GetRequiredService<ILoggerFactory>().CreateLogger("OverdoseBot.Test.Leak");
        Say(log, LogLevel.Trace, "Somebody wrote " + Untold.Messages[0]);
        Say(log, LogLevel.Trace, "From 617-5558142");
        Untold.In(bench.Logs.All).Count.ShouldBeGreaterThanOrEqualTo(2);
        Untold.In(["id: " + Convert.ToBase64String("the word is zanzibarquux"u8)], "the word is zanzibarquux").ShouldNotBeEmpty();
        Untold.In(["Bearer eyJhbGciOiJIUzI1NiJ9.eyJ"]).ShouldNotBeEmpty();
        Untold.In(["a span's id: eyJ\u0003."]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_metric_and_a_span_that_tell_are_found()
    {
        Instruments.Steps.Count("step", Untold.Word);
        Instruments.Spans.StartActivity("test")!.SetTag("who", Untold.PersonName).Dispose();
        await _collector.UntilAsync(Untold.Word, Untold.PersonName);
        Untold.In([_collector.Got]).ShouldContain(l => l.StartsWith(Untold.Word));
        Untold.In([_collector.Got]).ShouldContain(l => l.StartsWith(Untold.PersonName));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Critical, false)]
    [InlineData("Microsoft.AspNetCore.Routing", LogLevel.Information, false)]
    [InlineData("System.Net.Http.HttpClient", LogLevel.Debug, false)]
    [InlineData("Npgsql.Command", LogLevel.Information, false)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning, true)]
    [InlineData("OverdoseBot.Channels.TurnRunner", LogLevel.Trace, true)]
    public void Whatever_the_operator_asks_for_frameworks_say_only_what_is_wrong(string category, LogLevel level, bool said)
    {
        var settings = new ConfigurationManager
        {
            ["LogLevel:Default"] = "Trace",
            [$"LogLevel:{category}"] = "Trace",
            [$"{typeof(LogLines).FullName}:LogLevel:{category}"] = "Trace",
            [$"{typeof(LogLines).FullName}:LogLevel:Default"] = "Trace",
        };
        using var lines = new LogLines();
        using var logs = LoggerFactory.Create(b => b.AddConfiguration(settings).AddProvider(lines).AddHouseRules());

        Say(logs.CreateLogger(category), level, "hello");

        lines.All.Count.ShouldBe(said ? 1 : 0);
    }

    private async Task NothingIsToldAsync(Bench bench, IReadOnlyList<string> tokens, params string[] measured)
    {
        // The stop sends what came after.
        await _collector.UntilAsync([.. measured, "/v1/traces"]);
        await _exporting.DisposeAsync();
        Untold.In([.. bench.Logs.All, _collector.Got], [.. tokens, .. bench.Ids]).ShouldBeEmpty();
    }

    private static void Say(ILogger log, LogLevel level, string text) => log.Log(level, default, text, null, (said, _) => said);

    // The worst that a script could do.
    private sealed class Blabbing : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => throw new InvalidOperationException(
            $"Cannot answer '{turnContext.Activity.Text}' of {turnContext.Activity.From?.Id} in {turnContext.Activity.Conversation?.Id}", new FormatException(turnContext.Activity.Text));
    }
}
