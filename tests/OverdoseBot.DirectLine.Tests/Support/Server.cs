using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Channels;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The whole program on a loopback port, over a journal in a folder of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly Lazy<House> _house = new(() =>
    {
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        return House.Build(ScriptLibrary.Load(dialogs).Library!, Readers.In(dialogs));
    });

    /// <summary>The scripts that are served.</summary>
    public static House House => _house.Value;

    private readonly DirectoryInfo _folder;
    private readonly bool _keep;
    private readonly WebApplication _app;

    private Server(DirectoryInfo folder, bool keep, WebApplication app, SwitchedJournal journal, LogLines logs)
    {
        (_folder, _keep, _app, Journal, Logs) = (folder, keep, app, journal, logs);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public SwitchedJournal Journal { get; }

    public LogLines Logs { get; }

    /// <summary>The parts of the embedded Direct Line.</summary>
    public Conversations Conversations => _app.Services.GetRequiredService<Conversations>();

    /// <summary>Where turns get in.</summary>
    public Reception Reception => _app.Services.GetRequiredService<Reception>();

    public string Folder => _folder.FullName;

    public int Port => Http.BaseAddress!.Port;

    /// <summary>Starts a server. Given a folder, it goes on with the journal there and leaves it when it stops.</summary>
    public static Task<Server> StartAsync(
        TimeProvider? time = null, string? folder = null, int port = 0, params (string Name, string Value)[] settings) =>
        StartAsync(options => options, time, folder, port, settings);

    /// <summary>Starts one whose Direct Line is set up in a way that no setting does.</summary>
    public static async Task<Server> StartAsync(
        Func<DirectLineOptions, DirectLineOptions> shape, TimeProvider? time = null, string? folder = null, int port = 0, params (string Name, string Value)[] settings)
    {
        time ??= TimeProvider.System;
        var place = folder is null ? Directory.CreateTempSubdirectory("overdosebot-dl") : new DirectoryInfo(folder);
        var builder = WebService.Builder($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value));
        builder.Environment.EnvironmentName = builder.Configuration["Environment"] ?? builder.Environment.EnvironmentName;
        var logs = new LogLines();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(logs);
        var file = Path.Combine(place.FullName, "journal.db");
        var options = BotOptions.Read(builder.Configuration).Unhurried(time) with { JournalConnection = $"Data Source={file}" };
        var journal = new SwitchedJournal(await SqliteJournal.OpenAsync(options.JournalConnection, time, NullLogger<SqliteJournal>.Instance, options.Keys));
        var channels = WebChannels.Read(builder, file + ".key", _house.Value.Library);
        var app = WebService.Build(builder, _house.Value, options, channels with { DirectLine = shape(channels.DirectLine) }, journal, time);
        await app.StartAsync();
        return new Server(place, folder is not null, app, journal, logs);
    }

    /// <summary>A folder that outlives one server.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("overdosebot-dl").FullName;

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Journal.DisposeAsync();
        if (!_keep)
        {
            _folder.Delete(recursive: true);
        }
    }
}
