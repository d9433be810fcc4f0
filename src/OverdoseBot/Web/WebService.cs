using System.Diagnostics;
using System.Net.Sockets;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Connector;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using OverdoseBot.Watching;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>The program as a service: Direct Line, the Bot Connector, the page, health, clocks and retention around one journal.</summary>
internal static partial class WebService
{
    private const string DefaultAddress = "http://localhost:3978";
    // With the longest drain before it, what Kubernetes waits before it kills.
    private static readonly TimeSpan _shutdown = TimeSpan.FromSeconds(20);
    // Settings are read once. Files watched for more would take one of the few watches that a machine has, and a machine without a free one would start nothing.
    private static readonly string[] _readOnce = ["--hostBuilder:reloadConfigOnChange=false"];
    private static readonly string[] _addressSettings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>A builder with the settings of the environment and the address.</summary>
    public static WebApplicationBuilder Builder(string? urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = _readOnce, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "OverdoseBot" });
        if (urls is not null || !_addressSettings.Any(name => builder.Configuration.GetSection(name).Exists()))
        {
            builder.WebHost.UseUrls(urls ?? DefaultAddress);
        }

        builder.Logging.AddHouseRules().AddOtlpLogs(builder.Configuration);
        builder.Services.AddSingleton<DistributedContextPropagator, NoTraceFromOutside>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>The service, ready to run.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, House house, BotOptions options, WebChannels channels, IJournal journal, TimeProvider time)
    {
        builder.Services
            .AddSingleton(options).AddSingleton(time).AddSingleton(journal).AddSingleton<KnowledgeTally>()
            .AddSingleton(services => house.Runner(journal, options, time, services.GetRequiredService<ILoggerFactory>(), services.GetService<OpenQuestions>(), channels.Hub is not null, channels.Sms is { RemindersFrom: null }, channels.DirectLine.PublicUrl, services.GetRequiredService<KnowledgeTally>()))
            .AddSingleton(options.Turns).AddSingleton(new Pulse(TimeProvider.System)).AddHostedService<Pulsing>().AddSingleton(new UrgentEar(house.Library, house.Reader)).AddSingleton<Reception>()
            .AddDirectLine(channels.DirectLine with { RefreshFor = options.Retention }).AddConnector(channels.Connector)
            .AddSingleton<Loops>().AddSingleton<Draining>().AddSingleton<IHostLifetime, VerbLifetime>().Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (_shutdown, true))
            .AddHostedService<Clocks>().AddHostedService<Sweeping>();
        if (channels.Sms is { } sms)
        {
            builder.Services.AddSingleton(house.Library).AddSms(sms);
        }

        if (options.Opinions is { } opinions)
        {
            builder.Services
                .AddSingleton(opinions).AddSingleton<OpinionTally>().AddSingleton<OpenQuestions>().AddSingleton<SentimentService>()
                .AddHostedService<SecondOpinions>();
        }

        if (channels.Hub is { } hub)
        {
            builder.Services.AddHub(hub);
        }

        var app = builder.Build();
        app.Use(next => context => PageHeaders.AddAsync(context, next));
        app.UseDirectLine();
        app.UseConnector();
        app.MapDirectLine();
        app.MapConnector();
        if (channels.Hub is not null)
        {
            app.UseHub();
            app.MapHub();
        }

        if (channels.Sms is not null)
        {
            app.UseSms();
            app.MapSms();
        }

        var (files, wishes) = (PageFiles.Read(), new PageWishes(house.Library, house.Region(options).Id, house.Language(options)));
        app.MapPage(house.Library, wishes, files);
        app.MapGuide(house.Library, wishes, files);
        app.MapPlan(house.Library, wishes, files, channels.DirectLine.PublicUrl);
        Health.Map(app);
        return app;
    }

    /// <summary>Runs the service until it is asked to stop: it drains, posts under way are finished, streams are told to come back.</summary>
    /// <exception cref="OptionsException">The address cannot be used.</exception>
    public static async Task RunAsync(WebApplication app, Library library, string journal, CancellationToken cancel)
    {
        await ListenAsync(app, cancel);
        var review = string.Join(", ", library.Scripts.Values.Select(s => s.ReviewStatus).Distinct().Order());
        var time = app.Services.GetRequiredService<TimeProvider>();
        if (LineDates.Overdue(library, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Length is > 0 and var overdue)
        {
            LogLines(app.Logger, overdue);
        }

        var addresses = string.Join(", ", app.Urls);
        LogStarted(app.Logger, review, addresses, journal);
        LogSms(app.Logger, app.Services.GetService<SmsOptions>() is null ? "off, because Sms:Twilio:AuthToken is not set" : "on, at POST " + SmsNames.Path);
        if (app.Services.GetRequiredService<ConnectorOptions>().OnlyThisMachine)
        {
            LogLocal(app.Logger);
        }

        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, asked.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        LogStopping(app.Logger);
        await app.Services.GetRequiredService<Draining>().BeginAsync();
        await app.StopAsync(CancellationToken.None);
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new OptionsException($"Cannot listen: {wrong.Message.TrimEnd('.')}. Choose another address, for example --urls http://localhost:3979.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "DRAFT: no clinician has signed this text ({Review}). Listening on {Address}. Journal: {Journal}")]
    private static partial void LogStarted(ILogger log, string review, string address, string journal);

    [LoggerMessage(Level = LogLevel.Information, Message = "Asked to stop: not ready for anybody new; what is under way is finished.")]
    private static partial void LogStopping(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "Text messages are {State}.")]
    private static partial void LogSms(ILogger log, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "/api/messages serves programs on this machine only: no MicrosoftAppId is set, or Connector:Test is.")]
    private static partial void LogLocal(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} human lines were not checked in time. The check verb names them.")]
    private static partial void LogLines(ILogger log, int count);
}
