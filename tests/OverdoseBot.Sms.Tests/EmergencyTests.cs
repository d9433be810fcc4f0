using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Sms.Tests;

/// <summary>An emergency over signed webhooks.</summary>
public sealed class EmergencyTests
{
    [Fact]
    public async Task Someone_is_led_from_the_first_text_to_the_hand_over_in_single_segments()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        var said = new List<Answer>
        {
            await me.TextAsync("hes blue and wont wake up"), await me.TextAsync("7"), await me.TextAsync("9"), await me.TextAsync("nose"),
            await me.TextAsync("gave it"), await me.TextAsync("5"), await me.TextAsync("3"), await me.TextAsync("0"),
        };

        said.ShouldAllBe(a => a.Code == 200 && a.Type == "text/xml; charset=utf-8");
        said[0].Texts.ShouldHaveSingleItem().ShouldStartWith("Call 911 now, on speaker.");
        said[1].Text.ShouldContain("push hard and fast");
        said[3].Text.ShouldContain("Tip all the way in one nostril");
        said[5].Text.ShouldContain("Roll on side");
        said[7].Text.ShouldContain("Tell them");
        said.SelectMany(a => a.Texts).ShouldAllBe(t => Gsm7.FitsOne(t));
        (await server.RecordAsync(me)).Stack.ShouldHaveSingleItem().ShouldBe(new Frame("respond", "handover", null));
    }

    [Fact]
    public async Task What_is_not_breathing_gets_the_call_and_the_pushes_in_the_first_answer()
    {
        await using var server = await SmsServer.StartAsync();

        (await new Texter(server.Http).TextAsync("not breathing")).Texts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            t => t.ShouldStartWith("Call 911"), t => t.ShouldContain("push hard and fast", Case.Insensitive));
    }

    [Theory]
    [InlineData("+16175550101", "he wont wake up", "911")]
    [InlineData("+16135550101", "he wont wake up", "911")]
    [InlineData("+447700900101", "he wont wake up", "999")]
    [InlineData("+353155501234", "he wont wake up", "112")]
    [InlineData("+61255501234", "he wont wake up", "000")]
    [InlineData("+6445550123", "he wont wake up", "111")]
    [InlineData("+18765550100", "he wont wake up", "your emergency number")]
    [InlineData("+9715550101", "he wont wake up", "your emergency number")]
    [InlineData("12345", "he wont wake up", "911")]
    [InlineData("SHELTER", "he wont wake up", "911")]
    [InlineData("whatsapp:+447700900101", "he wont wake up", "999")]
    [InlineData("+34915550101", "x", "Llama al 112")]
    [InlineData("+34915550101", "he wont wake up", "Call 112")]
    [InlineData("+525555550101", "x", "al número de emergencia")]
    [InlineData("+17875550101", "x", "Llama al 911")]
    [InlineData("+16175550101", "no despierta", "Llama ya al 911")]
    public async Task The_number_tells_the_region_and_the_words_tell_the_language(string from, string text, string says)
    {
        await using var server = await SmsServer.StartAsync();

        var answer = await new Texter(server.Http, from).TextAsync(text);

        answer.Text.ShouldContain(Gsm7.Fold(says));
        answer.Texts.ShouldAllBe(t => Gsm7.FitsOne(t));
    }

    [Fact]
    public async Task A_short_code_that_texts_is_where_our_number_is()
    {
        await using var server = await SmsServer.StartAsync();

        (await new Texter(server.Http, "60777", "+447700900002").TextAsync("he wont wake up")).Text.ShouldContain("999");
    }

    [Fact]
    public async Task Two_people_with_one_number_and_one_person_with_two_of_ours_have_their_own_chats()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("not breathing");

        (await new Texter(server.Http, "+16175550102").TextAsync("he wont wake up")).Text.ShouldContain("Watch chest");
        (await new Texter(server.Http, me.From, "+15551230003").TextAsync("he wont wake up")).Text.ShouldContain("Watch chest");
        (await server.TurnsAsync(me)).Count.ShouldBe(1);
    }
}
