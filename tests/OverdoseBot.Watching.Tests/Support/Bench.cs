using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Journal;
using OverdoseBot.Sms.Tests;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Watching.Tests;

/// <summary>The whole program in this process, on a time that the test owns, with a store that can be taken away.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private const int MostLooks = 1_000;
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private Bench(DirectoryInfo folder, WebApplication app, SwitchedJournal journal, LogLines logs, FakeTimeProvider time)
    {
        (_folder, _app, Journal, Logs, Time) = (folder, app, journal, logs, time);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(180) };
        Me = new Texter(Http);
    }

    public HttpClient Http { get; }

    /// <summary>Somebody who texts.</summary>
    public Texter Me { get; }

    public SwitchedJournal Journal { get; }

    public LogLines Logs { get; }

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<Bench> StartAsync(params (string Name, string Value)[] settings) => StartAsync(Shipped.House, settings);

    public static async Task<Bench> StartAsync(House house, params (string Name, string Value)[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 2, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateTempSubdirectory("overdosebot-watch");
        var builder = WebService.Builder("http://127.0.0.1:0");
        (string Name, string Value)[] usual = [("Sms:Twilio:AuthToken", Texter.Token), ("Sms:Twilio:PublicUrl", Texter.Public)];
        builder.Configuration.AddInMemoryCollection(usual.Concat(settings).GroupBy(s => s.Name, (_, same) => same.Last()).ToDictionary(s => s.Name, s => (string?)s.Value));
        var logs = new LogLines();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        var file = Path.Combine(folder.FullName, "journal.db");
        var options = BotOptions.Read(builder.Configuration).Unhurried(time) with { JournalConnection = $"Data Source={file}" };
        using var factory = LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        var journal = new SwitchedJournal(await SqliteJournal.OpenAsync(options.JournalConnection, time, factory.CreateLogger<SqliteJournal>()));
        var app = WebService.Build(builder, house, options, WebChannels.Read(builder, file + ".key", house.Library), journal, time);
        await app.StartAsync();
        return new Bench(folder, app, journal, logs, time);
    }

    /// <summary>Lets time pass in steps of a second, with real time for what is due or in hand: it stands still till that is done.</summary>
    /// <param name="done">Says when it is enough.</param>
    /// <param name="what">What it is if that never comes.</param>
    /// <param name="waits">What else time waits for.</param>
    public async Task UntilAsync(Func<bool> done, string what, Func<bool>? waits = null)
    {
        using var enough = new CancellationTokenSource(_patience);
        for (var looks = 1; !done(); looks++)
        {
            enough.IsCancellationRequested.ShouldBeFalse(what);
            var isBusy = !Journal.Away && (await Journal.NextDueAsync(default) <= Time.GetUtcNow() || Journal.InHand.Count > 0 || waits?.Invoke() == true);
            if (!isBusy || looks >= MostLooks)
            {
                looks = 0;
                Time.Advance(_second);
            }

            await Task.Delay(_look, TimeProvider.System);
        }
    }

    /// <summary>Ids of conversations and keys of messages, as they are kept.</summary>
    public IReadOnlyList<string> Ids => JournalIds.In(_folder.FullName);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Journal.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Reads a journal's file beside the program.</summary>
internal static class JournalIds
{
    /// <summary>Ids of conversations and keys of messages.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "journal.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var ask = file.CreateCommand();
        ask.CommandText = "SELECT id FROM conversation UNION SELECT inbound_key FROM log WHERE length(inbound_key) > 12";
        using var rows = ask.ExecuteReader();
        var ids = new List<string>();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }
}
