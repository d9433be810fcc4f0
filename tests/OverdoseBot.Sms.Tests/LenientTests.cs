namespace OverdoseBot.Sms.Tests;

/// <summary>Forms as nobody would expect them: each is answered, and its sender is not lost.</summary>
public sealed class LenientTests
{
    public static TheoryData<string> Odd { get; } =
    [
        "", " ", "\n", "😟", "😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟😟", "لا يتنفس", "הוא לא נושם", "没有呼吸", "\0\u0001\u001b", "\uFEFF",
        "&amp;<Message>", "]]>", "%00%zz", "a=b&c=d", "+", "\u202e\u2066x", "é\u0301\u0301\u0301\u0301",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Any_text_is_answered_with_what_to_do_now(string text)
    {
        await using var server = await SmsServer.StartAsync();

        var answer = await new Texter(server.Http).TextAsync(text);

        answer.Code.ShouldBe(200);
        answer.Texts[0].ShouldContain("Call 911");
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_alone_is_answered_as_words_that_cannot_be_read()
    {
        await using var server = await SmsServer.StartAsync();

        var answer = await new Texter(server.Http).TextAsync("", ("NumMedia", "1"), ("MediaUrl0", "https://api.twilio.com/x"), ("MediaContentType0", "image/jpeg"));

        answer.Texts[0].ShouldContain("Call 911");
    }

    [Fact]
    public async Task What_stands_at_the_end_of_sixteen_hundred_characters_in_eleven_parts_is_heard()
    {
        await using var server = await SmsServer.StartAsync();
        var text = string.Concat(Enumerable.Repeat("we were just sitting here watching tv and he was talking. ", 27)) + "now he is not breathing";

        (await new Texter(server.Http).TextAsync(text, ("NumSegments", "11"))).Text.ShouldContain("push hard and fast", Case.Insensitive);
        text.Length.ShouldBeInRange(1_550, 1_600);
    }

    [Fact]
    public async Task Parts_that_come_alone_and_in_the_wrong_order_are_heard_one_by_one()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        await me.TextAsync("is not breathing what do i do");
        (await me.TextAsync("hi my brother took something and he")).Text.ShouldContain("push hard and fast", Case.Insensitive);
    }

    [Theory]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("Body")]
    [InlineData("MessageSid")]
    [InlineData("AccountSid")]
    [InlineData("NumMedia")]
    [InlineData("SmsStatus")]
    public async Task A_field_that_is_missing_or_empty_or_comes_twice_or_is_not_known_is_no_reason_for_silence(string name)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        var form = me.Form("he wont wake up", Texter.Sid());

        foreach (var odd in new List<(string, string)>[]
        {
            [.. form.Where(f => f.Name != name)], [.. form.Select(f => f.Name == name ? (name, "") : f)], [.. form, form.Find(f => f.Name == name)],
            [.. form, (name, "zzz")], [(name, "zzz"), .. form], [.. form, ("Nobody" + name, "é😟"), ("", ""), ("", "x")],
        })
        {
            var answer = await me.PostAsync(odd);
            (answer.Code, answer.Type).ShouldBe((200, "text/xml; charset=utf-8"));
            answer.Texts[0].ShouldContain("Call ");
        }

        (await me.PostAsync([])).Texts[0].ShouldContain("Call 911");
        server.Logs.All.ShouldNotContain(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_form_that_is_called_something_else_is_read_as_what_it_is(string type)
    {
        await using var server = await SmsServer.StartAsync();
        var form = new Texter(server.Http).Form("no respira 😟", Texter.Sid());

        var answer = await Texter.SendAsync(
            server.Http, "/sms/twilio", Texter.Encode(form, type), ("X-Twilio-Signature", Texter.Sign(SmsServer.Public + "/sms/twilio", form)));

        answer.Text.ShouldContain("Llama al 911");
    }

    [Fact]
    public async Task What_comes_from_ourselves_or_reports_about_our_messages_starts_no_talk()
    {
        await using var server = await SmsServer.StartAsync();
        var echo = new Texter(server.Http, "+15551230002");
        var report = new Texter(server.Http);

        (await echo.TextAsync("Call 911 now, on speaker.")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(200), a => a.Texts.ShouldBeEmpty());
        (await report.TextAsync("", ("MessageStatus", "delivered"))).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(200), a => a.Texts.ShouldBeEmpty());
        (await server.TurnsAsync(echo)).ShouldBeEmpty();
        (await server.TurnsAsync(report)).ShouldBeEmpty();
    }
}
