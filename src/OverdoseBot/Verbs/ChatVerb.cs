using System.CommandLine;
using System.Security.Cryptography;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Journal;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>chat</c>: the response in this terminal.</summary>
internal static class ChatVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var sms = new Option<bool>("--sms") { Description = "Show the SMS form, with septets and segments." };
        var clock = new Option<bool>("--clock") { Description = "Use a practice clock; move it with /later 2m." };
        var resume = new Option<string?>("--resume") { Description = "Go on with a chat that was left, by its name." };
        var command = new Command("chat", "Chats in this terminal, in real time, as a phone would show it. It is kept: leave and come back.")
        {
            dialogs, sms, clock, resume,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(sms), parsed.GetValue(clock), parsed.GetValue(resume),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string dialogs, bool sms, bool practice, string? resume, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { } house)
        {
            return 1;
        }

        try
        {
            var options = BotOptions.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build());
            var region = house.Region(options);
            using var logs = LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Warning).AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace));
            var manual = practice ? new ManualTime(TimeProvider.System.GetUtcNow()) : null;
            TimeProvider time = manual ?? TimeProvider.System;
            await using var journal = await Journals.OpenAsync(options.JournalConnection, time, logs, options.Keys, cancel);
            var name = resume ?? "chat-" + RandomNumberGenerator.GetHexString(6, lowercase: true);
            var chat = new TerminalChat(
                journal, house.Runner(journal, options, time, logs), house.Library, region, time,
                new ChatOptions(name, resume is not null, sms, manual), Console.In, output);
            await RunAsync(chat, journal, options, time, manual is null, logs, cancel);
            return 0;
        }
        catch (Exception known) when (known is OptionsException or JournalException)
        {
            await errors.WriteLineAsync(known.Message);
            return 1;
        }
    }

    // The practice clock rings its own alarms on the way; real time needs the clock beside the chat.
    private static async Task RunAsync(
        TerminalChat chat, IJournal journal, BotOptions options, TimeProvider time, bool realTime, ILoggerFactory logs, CancellationToken cancel)
    {
        if (!realTime)
        {
            await chat.RunAsync(cancel);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var clock = new AlarmClock(journal, time, chat.RingAsync, logs.CreateLogger<AlarmClock>()).RunAsync(over.Token);
        var retention = new Retention(journal, time, logs.CreateLogger<Retention>(), options.Retention).RunAsync(over.Token);
        try
        {
            await chat.RunAsync(cancel);
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(clock, retention);
        }
    }
}
