using System.Diagnostics;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using Activity = Microsoft.Bot.Schema.Activity;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>A journal in a file of its own, and turns over it.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly TurnRunner _runner;
    private readonly TurnAdapter _adapter;

    private Store(DirectoryInfo folder, IJournal journal, TurnAdapter adapter, Library library) =>
        (_folder, Journal, _adapter, _runner) = (folder, journal, adapter, new TurnRunner(journal, adapter, library, TimeProvider.System, new CaseDefaults("us", "en"), NullLogger<TurnRunner>.Instance));

    public IJournal Journal { get; }

    /// <summary>Connection string of its file.</summary>
    public string Connection => Of(_folder);

    /// <summary>Bytes on the disk.</summary>
    public long Size => _folder.EnumerateFiles().Sum(f => f.Length);

    public static async Task<Store> OpenAsync(Library library, TurnAdapter adapter)
    {
        var folder = Directory.CreateTempSubdirectory("overdosebot-bench");
        return new Store(folder, await SqliteJournal.OpenAsync(Of(folder), TimeProvider.System, NullLogger<SqliteJournal>.Instance), adapter, library);
    }

    /// <summary>One turn.</summary>
    /// <returns>What it took, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">The card was given: the figures would be worthless.</exception>
    public Task<double> TurnAsync(string conversation, string key, string text) => TurnAsync(conversation, key, Said(conversation, text));

    /// <summary>One turn.</summary>
    /// <returns>What it took, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">The card was given: the figures would be worthless.</exception>
    public async Task<double> TurnAsync(string conversation, string key, Activity inbound)
    {
        var since = Stopwatch.GetTimestamp();
        var replies = await _runner.RunAsync(conversation, key, inbound, sms: false, CancellationToken.None);
        return replies.Turn > 0 ? Stopwatch.GetElapsedTime(since).TotalMilliseconds : throw new InvalidOperationException("The emergency card was given: the figures would be worthless.");
    }

    /// <summary>A first turn as the bot makes it, without its clock.</summary>
    public async Task<TurnEntry> TemplateAsync()
    {
        var inbound = Said("template", "hes blue and wont wake up");
        var result = await _adapter.RunAsync(new CaseRecord { Region = "us", Language = "en" }, inbound, TimeProvider.System.GetUtcNow());
        return Entry("template", inbound, result, TimeProvider.System.GetUtcNow()) with { NextDue = null };
    }

    /// <summary>What is kept of a first turn.</summary>
    public static TurnEntry Entry(string conversation, Activity inbound, TurnResult result, DateTimeOffset at) => new(
        conversation, 0, "in-0", RecordJson.Write(result.Record), ActivityJson.Write(inbound), [.. result.Outgoing.Select(ActivityJson.Write)], result.NextDue, at, true);

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Of(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "journal.db")}";

    private static Activity Said(string conversation, string text) => new(ActivityTypes.Message)
    {
        Text = text,
        ChannelId = "directline",
        Conversation = new ConversationAccount { Id = conversation },
        From = new ChannelAccount { Id = "person" },
        Recipient = new ChannelAccount { Id = "bot" },
    };
}
