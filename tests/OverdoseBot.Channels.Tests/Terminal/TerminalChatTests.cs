using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;

namespace OverdoseBot.Channels.Tests.Terminal;

public sealed class TerminalChatTests : WithJournal
{
    [Fact]
    public async Task Says_the_number_before_anything_is_typed()
    {
        var screen = await Chat("");

        screen.ShouldContain("Draft.");
        screen.ShouldContain("< Someone will not wake up");
        screen.ShouldContain("[ CALL 911 ]");
        screen.ShouldContain("a  It is happening now");
    }

    [Fact]
    public async Task A_letter_taps_the_choice_beside_it()
    {
        var screen = await Chat("c\n");

        screen.ShouldContain("c  They are not breathing");
        screen.ShouldContain("beat 110 a minute: * * *");
    }

    [Fact]
    public async Task A_letter_without_a_choice_is_a_message()
    {
        await Chat("z\n");

        (await Journal.HistoryAsync("chat", 1, 10, default)).ShouldHaveSingleItem().Inbound!.ShouldContain("\"text\":\"z\"");
    }

    [Fact]
    public async Task Moving_the_practice_clock_rings_what_is_due_on_the_way_at_its_ownTime()
    {
        var screen = await Chat("not breathing\n/later 5m\n");

        var looks = Regex.Matches(screen, @"(\d\d:\d\d:\d\d) < (Call 911[^.]*\. )?Stop for 10 seconds").Select(m => m.Groups[1].Value).ToList();
        looks.ShouldBe([Local(2), Local(4)]);
        Time.GetUtcNow().ShouldBe(ChatRun.Start + TimeSpan.FromMinutes(5));
        screen.ShouldContain("next look in 0:02:00");
    }

    [Fact]
    public async Task In_realTime_the_clock_cannot_be_moved() =>
        (await Chat("/later 2m\n", practice: false)).ShouldContain("This chat runs in real time.");

    [Fact]
    public async Task Leaving_keeps_the_chat_and_resuming_shows_the_last_step_and_goes_on()
    {
        var left = await Chat("he wont wake up\n/leave\nnot breathing\n");
        var back = await Chat("slow\n", resume: true);

        left.ShouldContain("Kept. Come back with: chat --resume chat");
        left.ShouldNotContain("Push hard");
        back.ShouldContain("Watch the chest for 10 seconds");
        back.ShouldNotContain("Someone will not wake up");
        back.ShouldContain("1 breath every 5 seconds");
    }

    [Fact]
    public async Task Resuming_a_chat_that_is_not_kept_starts_a_new_one()
    {
        var screen = await Chat("", resume: true);

        screen.ShouldContain("No chat is kept under that name.");
        screen.ShouldContain("Someone will not wake up");
    }

    [Fact]
    public async Task On_SMS_septets_and_segments_are_shown_and_there_are_no_choices()
    {
        var screen = await Chat("not breathing\n", sms: true);

        Regex.Count(screen, @"\(\d+ of 160, 1 SMS\)").ShouldBe(2);
        screen.ShouldNotContain("Tap (or type a letter)");
    }

    [Theory]
    [InlineData("/what")]
    [InlineData("/later soon")]
    [InlineData("/later 2d")]
    [InlineData("/later 99999999999m")]
    public async Task An_unknown_command_is_told_and_is_no_message(string command)
    {
        (await Chat(command + "\n")).ShouldContain("No such command.");
        (await Journal.HistoryAsync("chat", 0, 10, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task New_starts_another_chat()
    {
        var screen = await Chat("not breathing\n/new\n");

        Regex.Count(screen, "Someone will not wake up").ShouldBe(2);
        screen.ShouldContain("--resume chat+");
    }

    [Fact]
    public async Task The_same_words_twice_are_two_messages()
    {
        await Chat("ok\nok\n");

        (await Journal.HistoryAsync("chat", 0, 10, default)).Count.ShouldBe(3);
    }

    private static string Local(int minutes) => (ChatRun.Start + TimeSpan.FromMinutes(minutes)).ToLocalTime().ToString("HH:mm:ss");

    private async Task<string> Chat(string typed, bool resume = false, bool sms = false, bool practice = true)
    {
        using var output = new StringWriter();
        using var input = new StringReader(typed);
        var runner = new TurnRunner(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, NullLogger<TurnRunner>.Instance);
        var options = new ChatOptions("chat", resume, sms, practice ? Time : null);
        await new TerminalChat(Journal, runner, Shipped.Library, Shipped.Library.Regions["us"], Time, options, input, output).RunAsync(default);
        return output.ToString();
    }
}
