namespace OverdoseBot.Sms.Tests;

/// <summary>When the store is away, and what is written about people.</summary>
public sealed class AwayTests
{
    [Theory]
    [InlineData("+16175550101", "Call 911")]
    [InlineData("+447700900101", "Call 999")]
    [InlineData("+34915550101", "Llama al 112")]
    [InlineData("+9715550101", "Call your emergency number")]
    public async Task The_answer_is_the_emergency_card_of_the_number_and_later_the_message_counts(string from, string says)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http, from);
        var form = me.Form("...", Texter.Sid());
        server.Journal.Away = true;

        var card = await me.PostAsync(form);

        (card.Code, card.Type).ShouldBe((200, "text/xml; charset=utf-8"));
        card.Texts.ShouldHaveSingleItem().ShouldContain(says);

        server.Journal.Away = false;
        (await me.PostAsync(form)).Texts.ShouldHaveSingleItem().ShouldContain(says.Split(' ')[^1]);
        (await server.TurnsAsync(me)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_number_stands_in_a_key_or_a_log_and_no_word_of_the_person_in_a_log()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http, "+16175557391");
        const string Words = "my sister Philomena is blue";
        await me.TextAsync(Words);
        await me.TextAsync("STOP");
        await me.TextAsync(Words, ("From", ""));
        server.Journal.Away = true;
        await me.TextAsync(Words);
        server.Journal.Away = false;
        await Texter.SendAsync(server.Http, "/sms/twilio", Texter.Encode(me.Form(Words, Texter.Sid())), ("X-Twilio-Signature", "x"));

        server.Log.ShouldContain("emergency card");
        foreach (var secret in new[] { "5557391", "Philomena", SmsServer.Token, server.Conversation(me), "SM0000" })
        {
            server.Log.ShouldNotContain(secret);
        }

        server.Conversation(me).ShouldNotContain("555");
        (await server.TurnsAsync(me)).ShouldAllBe(t => !t.InboundKey.Contains("SM0") && !t.Inbound!.Contains("5557391"));
        (await server.FilesAsync()).ShouldNotContain("5557391");
    }

    [Fact]
    public async Task Another_signing_key_gives_another_name_to_the_same_person()
    {
        await using var one = await SmsServer.StartAsync(settings: ("DirectLine:SigningKey", new string('a', 40)));
        await using var other = await SmsServer.StartAsync(settings: ("DirectLine:SigningKey", new string('b', 40)));
        var me = new Texter(one.Http);

        one.Conversation(me).ShouldNotBe(other.Conversation(me));
        one.Conversation(me).ShouldBe(one.Conversation(new Texter(other.Http)));
    }
}
