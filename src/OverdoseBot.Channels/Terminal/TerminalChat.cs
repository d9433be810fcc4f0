using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Terminal;

/// <summary>How a terminal chat runs.</summary>
/// <param name="Conversation">Its name in the journal.</param>
/// <param name="Resume">True: it goes on where it was.</param>
/// <param name="Sms">True: messages take the SMS form.</param>
/// <param name="Clock">A practice clock; null: real time.</param>
public sealed record ChatOptions(string Conversation, bool Resume, bool Sms, ManualTime? Clock);

/// <summary>A chat in the terminal, over the same journal and turns as every channel.</summary>
public sealed partial class TerminalChat(
    IJournal journal, TurnRunner runner, Library library, Region region, TimeProvider time, ChatOptions options, TextReader input, TextWriter output)
{
    private const int LastShown = 200;
    private readonly Screen _screen = new(output, library, options.Sms);
    private string _conversation = options.Conversation;
    private long _shown;
    private int _typed;

    /// <summary>Runs until the person leaves or the input ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        _screen.Word("chat.title");
        _screen.Word("chat.draft");
        _screen.Word("chat.phone", ("emergency", region.Emergency));
        _screen.Word("chat.help");
        await OpenAsync(options.Resume, cancel);
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (line.Trim() is "/leave")
            {
                break;
            }

            await TakeAsync(line, cancel);
        }

        _screen.Word("chat.kept", ("id", _conversation));
    }

    /// <summary>Runs the turn of a clock; shows it when it belongs to this chat.</summary>
    public async Task RingAsync(DueAlarm alarm, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var replies = await runner.RingAsync(alarm, cancel);
        if (alarm.Conversation == _conversation)
        {
            Show(replies);
        }
    }

    private async Task OpenAsync(bool resume, CancellationToken cancel)
    {
        var history = resume ? await journal.HistoryAsync(_conversation, 0, LastShown, cancel) : [];
        if (resume && history.Count == 0)
        {
            _screen.Word("chat.lost");
        }

        if (history.LastOrDefault(t => t.Outgoing.Count > 0) is { } last)
        {
            options.Clock?.MoveTo(history[^1].At);
            _typed = history.Count;
            _shown = last.Turn;
            _screen.Show([.. last.Outgoing.Select(ActivityJson.Read)], last.At);
            return;
        }

        var hello = From(ActivityTypes.ConversationUpdate);
        hello.MembersAdded = [hello.From];
        Show(await runner.RunAsync(_conversation, "hello", hello, options.Sms, cancel));
    }

    private async Task TakeAsync(string line, CancellationToken cancel)
    {
        if (line.StartsWith('/'))
        {
            await CommandAsync(line.Trim(), cancel);
            return;
        }

        var message = From(ActivityTypes.Message);
        message.Text = line;
        if (!options.Sms && line.Trim() is [>= 'a' and <= 'z'] letter && letter[0] - 'a' < _screen.Choices.Count)
        {
            var tapped = _screen.Choices[letter[0] - 'a'];
            (message.Text, message.Value) = (tapped.Text, tapped.Value);
        }

        // Runs of one chat come one after the other, so a counter tells messages apart; the time tells runs apart.
        var key = string.Create(CultureInfo.InvariantCulture, $"typed/{time.GetUtcNow().ToUnixTimeMilliseconds()}/{++_typed}");
        Show(await runner.RunAsync(_conversation, key, message, options.Sms, cancel));
    }

    private async Task CommandAsync(string command, CancellationToken cancel)
    {
        if (command == "/new")
        {
            _conversation += "+";
            _shown = 0;
            await OpenAsync(resume: false, cancel);
        }
        else if (LaterPattern().Match(command) is { Success: true } later)
        {
            await LaterAsync(Span(later), cancel);
        }
        else
        {
            _screen.Word("chat.unknown");
            _screen.Word("chat.help");
        }
    }

    // Clocks that come due on the way ring at their own time, as they would have.
    private async Task LaterAsync(TimeSpan span, CancellationToken cancel)
    {
        if (options.Clock is not { } clock)
        {
            _screen.Word("chat.later-real");
            return;
        }

        var until = clock.GetUtcNow() + span;
        while (await journal.NextDueAsync(cancel) is { } next && next <= until)
        {
            clock.MoveTo(next);
            foreach (var alarm in await journal.DueAsync(clock.GetUtcNow(), 1, cancel))
            {
                await RingAsync(alarm, cancel);
            }
        }

        clock.MoveTo(until);
    }

    private void Show(TurnReplies replies)
    {
        if (replies.Turn == 0 || replies.Turn > _shown)
        {
            _shown = Math.Max(_shown, replies.Turn);
            _screen.Show(replies.Activities, time.GetUtcNow());
        }
    }

    private Activity From(string type)
    {
        var now = time.GetUtcNow();
        return new Activity(type)
        {
            ChannelId = options.Sms ? "sms" : "terminal",
            From = new ChannelAccount { Id = "person" },
            Recipient = new ChannelAccount { Id = "overdosebot" },
            Conversation = new ConversationAccount { Id = _conversation },
            Timestamp = now,
            LocalTimestamp = options.Sms ? null : TimeZoneInfo.ConvertTime(now, time.LocalTimeZone),
        };
    }

    private static TimeSpan Span(Match later)
    {
        var number = int.Parse(later.Groups["n"].Value, CultureInfo.InvariantCulture);
        return later.Groups["unit"].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromHours(number),
        };
    }

    [GeneratedRegex(@"^/later (?<n>\d{1,5})(?<unit>[smh])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LaterPattern();
}
