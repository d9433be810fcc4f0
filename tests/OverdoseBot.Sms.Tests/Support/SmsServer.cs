using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Sms.Tests;

/// <summary>The whole program on a loopback port, with text messages, over a journal in a folder of its own.</summary>
internal sealed class SmsServer : IAsyncDisposable
{
    /// <summary>The auth token of the test vectors (wire-protocols.md 5.3).</summary>
    public const string Token = Texter.Token;

    /// <summary>Where Twilio believes the service to be.</summary>
    public const string Public = Texter.Public;

    private static readonly Lazy<House> _house = new(() =>
    {
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        return House.Build(ScriptLibrary.Load(dialogs).Library!, Readers.In(dialogs));
    });

    private readonly string _folder;
    private readonly bool _keep;
    private readonly WebApplication _app;

    private SmsServer(string folder, bool keep, WebApplication app, SwitchedJournal journal, LogLines logs)
    {
        (_folder, _keep, _app, Journal, Logs) = (folder, keep, app, journal, logs);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(180) };
    }

    /// <summary>The scripts that are served.</summary>
    public static Library Library => _house.Value.Library;

    /// <summary>What reads what people text.</summary>
    public static Readers Reader => _house.Value.Reader;

    public HttpClient Http { get; }

    public SwitchedJournal Journal { get; }

    public LogLines Logs { get; }

    public string Log => string.Join('\n', Logs.All);

    /// <summary>Starts a server. Given a folder, it goes on with the journal there and leaves it when it stops.</summary>
    public static Task<SmsServer> StartAsync(TimeProvider? time = null, string? folder = null, params (string Name, string? Value)[] settings) =>
        StartAsync(options => options.Unhurried(time), time, folder, settings);

    /// <summary>Starts one whose options are shaped in a way that no setting does.</summary>
    public static async Task<SmsServer> StartAsync(
        Func<BotOptions, BotOptions> shape, TimeProvider? time = null, string? folder = null, params (string Name, string? Value)[] settings)
    {
        time ??= TimeProvider.System;
        var place = folder ?? NewFolder();
        var builder = WebService.Builder("http://127.0.0.1:0");
        (string Name, string? Value)[] usual = [("Sms:Twilio:AuthToken", Token), ("Sms:Twilio:PublicUrl", Public)];
        builder.Configuration.AddInMemoryCollection(usual.ExceptBy(settings.Select(s => s.Name), u => u.Name).Concat(settings).ToDictionary(s => s.Name, s => s.Value));
        var logs = new LogLines();
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(logs);
        var file = Path.Combine(place, "journal.db");
        var options = shape(BotOptions.Read(builder.Configuration)) with { JournalConnection = $"Data Source={file}" };
        var journal = new SwitchedJournal(await SqliteJournal.OpenAsync(options.JournalConnection, time, NullLogger<SqliteJournal>.Instance, options.Keys));
        var app = WebService.Build(builder, _house.Value, options, WebChannels.Read(builder, file + ".key", Library), journal, time);
        await app.StartAsync();
        return new SmsServer(place, folder is not null, app, journal, logs);
    }

    /// <summary>A folder that outlives one server.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("overdosebot-sms").FullName;

    /// <summary>The record of the only conversation, as it is kept.</summary>
    public async Task<CaseRecord> RecordAsync(Texter texter) =>
        RecordJson.Read((await Journal.BeginAsync(Conversation(texter), "look", CancellationToken.None)).Record!.Value.Span);

    /// <summary>Something happens to a person's conversation, as a hub tells it; what the bot says.</summary>
    public async Task<IReadOnlyList<Activity>> HappensAsync(Texter texter, Activity happening)
    {
        happening.Conversation = new ConversationAccount { Id = Conversation(texter) };
        var runner = _app.Services.GetRequiredService<Channels.TurnRunner>();
        var replies = await runner.RunAsync(Conversation(texter), $"{Guid.NewGuid()}", happening, sms: true, CancellationToken.None);
        replies.Turn.ShouldBeGreaterThan(0);
        return replies.Activities;
    }

    /// <summary>The turns of a person's conversation.</summary>
    public async Task<IReadOnlyList<LoggedTurn>> TurnsAsync(Texter texter) => await Journal.HistoryAsync(Conversation(texter), 0, 1_000, CancellationToken.None);

    /// <summary>The key of a person's conversation.</summary>
    public string Conversation(Texter texter) => _app.Services.GetRequiredService<Channels.Sms.PersonNames>().Conversation(texter.To, texter.From);

    /// <summary>Every byte that is kept, as text.</summary>
    public async Task<string> FilesAsync()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.GetFiles(_folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync());
        }

        return all.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Journal.DisposeAsync();
        if (!_keep)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
