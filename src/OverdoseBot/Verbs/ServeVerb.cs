using System.CommandLine;
using OverdoseBot.Journal;
using OverdoseBot.Watching;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>serve</c>: the page, Direct Line and the clocks, in one process.</summary>
internal static class ServeVerb
{
    /// <summary>Adds the verb, and makes it what the program does without a verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var dialogs = Root.Dialogs();
        var urls = new Option<string?>("--urls") { Description = "Where to listen. Default: ASPNETCORE_URLS, or http://localhost:3978." };
        var command = new Command("serve", "Serves the chat page and Direct Line. This is what the program does without a verb.") { dialogs, urls };
        root.Add(command);
        root.Add(dialogs);
        root.Add(urls);
        command.SetAction(RunAsync);
        root.SetAction(RunAsync);

        Task<int> RunAsync(ParseResult parsed, CancellationToken cancel) =>
            ServeAsync(parsed.GetValue(dialogs)!, parsed.GetValue(urls), parsed.InvocationConfiguration.Error, cancel);
    }

    private static async Task<int> ServeAsync(string dialogs, string? urls, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { } house)
        {
            return 1;
        }

        try
        {
            var builder = WebService.Builder(urls);
            var options = BotOptions.Read(builder.Configuration);
            _ = (house.Region(options), house.Language(options));
            using var logs = LoggerFactory.Create(b => b.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole().AddHouseRules().AddOtlpLogs(builder.Configuration));
            await using var telemetry = Telemetry.Start(builder.Configuration);
            await using var journal = await Journals.OpenOrAwaitAsync(options.JournalConnection, TimeProvider.System, logs, options.Keys, cancel);
            var channels = WebChannels.Read(builder, options.KeyFile, house.Library);
            await using var app = WebService.Build(builder, house, options, channels, journal, TimeProvider.System);
            await WebService.RunAsync(app, house.Library, JournalSetting.Name(options.JournalConnection), cancel);
            return 0;
        }
        catch (Exception known) when (known is OptionsException or JournalException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(known.Message);
            return 1;
        }
    }
}
