namespace OverdoseBot.Sms.Tests;

/// <summary>Messages that come twice, at once, or late (wire-protocols.md 5.4).</summary>
public sealed class RepeatTests
{
    private const string TokenHeader = "I-Twilio-Idempotency-Token";

    [Fact]
    public async Task The_same_message_again_gets_the_same_TwiML_and_changes_nothing_even_after_a_restart()
    {
        var folder = SmsServer.NewFolder();
        string raw;
        List<(string, string)> form;
        await using (var server = await SmsServer.StartAsync(folder: folder))
        {
            var me = new Texter(server.Http);
            await me.TextAsync("he wont wake up");
            form = me.Form("5", Texter.Sid());
            raw = (await me.PostAsync(form)).Raw;
            await me.TextAsync("7");

            (await me.PostAsync(form, headers: (TokenHeader, "retry"))).Raw.ShouldBe(raw);
        }

        await using (var server = await SmsServer.StartAsync(folder: folder))
        {
            var me = new Texter(server.Http);
            (await me.PostAsync(form)).Raw.ShouldBe(raw);
            (await server.TurnsAsync(me)).Count.ShouldBe(3);
            (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("compressions");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_retry_is_known_by_its_token_too(bool otherSid)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");
        var first = await me.PostAsync(Form(me), headers: (TokenHeader, "a"));

        (await me.PostAsync(Form(me), headers: (TokenHeader, "a"))).Raw.ShouldBe(first.Raw);
        (await server.TurnsAsync(me)).Count.ShouldBe(2);

        await me.PostAsync(Form(me), headers: (TokenHeader, "b"));
        await new Texter(server.Http, "+16175550102").PostAsync(Form(me), headers: (TokenHeader, "a"));
        (await server.TurnsAsync(me)).Count.ShouldBe(3);

        List<(string, string)> Form(Texter me) => [.. me.Form("ok", Texter.Sid()).Where(f => otherSid || !f.Name.EndsWith("Sid", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Ten_of_the_same_at_once_are_one()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        var form = me.Form("he wont wake up", Texter.Sid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => me.PostAsync(form)));

        answers.Select(a => a.Raw).Distinct().ShouldHaveSingleItem().ShouldContain("Watch chest");
        (await server.TurnsAsync(me)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_texts_of_one_person_at_once_go_one_after_the_other_and_none_is_lost()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");

        var answers = await Task.WhenAll(new[] { "no spray", "she is pregnant", "9", "7", "my neighbor called 911", "neck is hurt" }.Select(t => me.TextAsync(t)));

        answers.ShouldAllBe(a => a.Code == 200 && a.Texts.Count > 0);
        var turns = await server.TurnsAsync(me);
        turns.Select(t => t.Turn).ShouldBe(Enumerable.Range(1, 7).Select(i => (long)i));
        var marks = (await server.RecordAsync(me)).Marks.Keys;
        new[] { "pregnant", "called", "neck" }.ShouldBeSubsetOf(marks);
    }

    [Fact]
    public async Task A_digit_that_comes_late_is_the_same_fact_at_the_next_question()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");
        await me.TextAsync("7");

        // "4 not waking" answers a question that is long past, and moves nobody away from the pushes.
        (await me.TextAsync("4")).Text.ShouldContain("push hard and fast", Case.Insensitive);
        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("compressions");
    }
}
