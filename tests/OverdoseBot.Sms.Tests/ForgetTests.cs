using OverdoseBot.Bot;

namespace OverdoseBot.Sms.Tests;

/// <summary>"Forget me" by text message: what was written is in no file afterwards, and no clock of an open case is lost by it.</summary>
public sealed class ForgetTests
{
    private const string Help = "+15551230002";
    private const string RemindersFrom = "+15558880000";
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData("forget me, says Zelda of Blue Street")]
    [InlineData("can you delete my messages, says Zelda of Blue Street")]
    [InlineData("borra mis mensajes, dice Zelda de Blue Street")]
    public async Task Where_no_case_is_open_nothing_is_left(string wish)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("i want to be ready, my cousin Quentin uses");
        await night.Me.TextAsync("i have a kit");

        var reply = await night.Me.TextAsync(wish);

        reply.Texts.ShouldHaveSingleItem().ShouldContain("911");
        await GoneAsync(night, "Quentin", "Zelda", "Blue Street", "be ready", "Good that you plan ahead");
        (await night.Server.TurnsAsync(night.Me))[^1].Outgoing.ShouldAllBe(kept => !kept.Contains("recipient", StringComparison.Ordinal), "the sealed number goes with the rest");
        var record = await night.Server.RecordAsync(night.Me);
        (record.Reference, record.LastHeard, record.Product).ShouldBe((null, null, null));
        (record.Alarms, record.Doses, record.Marks.Keys).ShouldSatisfyAllConditions(
            r => r.Alarms.ShouldBeEmpty(), r => r.Doses.ShouldBeEmpty(), r => r.Keys.ShouldBe(["calm-time"]));
        (await night.UntilSentAsync(3 * _minute * 60, _minute)).ShouldBeNull();
        (await night.Me.TextAsync("he is not breathing")).Text.ShouldContain("push hard and fast", Case.Insensitive);
    }

    [Fact]
    public async Task A_plan_that_is_being_written_is_gone_with_all_else()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("i want to be ready, my cousin Quentin uses");
        await night.Me.TextAsync("plan");
        await night.Me.TextAsync("go");
        await night.Me.TextAsync("Walter and Zelda");

        (await night.Me.TextAsync("delete everything")).Text.ShouldContain("deleted");

        await GoneAsync(night, "Quentin", "Walter", "Zelda");
        (await night.Server.RecordAsync(night.Me)).Plan.ShouldBeNull();
    }

    [Fact]
    public async Task In_an_open_case_the_words_go_at_once_the_next_dose_comes_on_the_minute_and_the_rest_goes_at_its_end()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("my cousin Quentin is not breathing");
        await night.Me.TextAsync("i have a nose spray");
        var given = night.Time.GetUtcNow();
        await night.Me.TextAsync("gave the spray");
        (await night.UntilSentAsync(_minute)).ShouldBeNull();

        var reply = await night.Me.TextAsync("forget me, and do not tell Zelda");

        reply.Text.ShouldContain("What you wrote is deleted");
        reply.Text.ShouldContain("push hard", Case.Insensitive);
        await GoneAsync(night, "Quentin", "Zelda", "nose spray near");
        (await night.Server.RecordAsync(night.Me)).Doses.ShouldBe([given]);
        await night.RestartAsync();
        var request = (await night.UntilSentAsync(2 * _minute)).ShouldNotBeNull();
        request["Body"].ShouldContain("next dose now");
        (request.At - given - (2 * _minute)).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1.1));

        await night.Me.TextAsync("Rosalind of the crew has taken over");

        var record = await night.Server.RecordAsync(night.Me);
        record.Stack[0].ShouldBe(new Frame("after", "start", null));
        (record.Doses.Length, record.Reference, record.Forget).ShouldBe((0, null, false));
        await GoneAsync(night, "Quentin", "Rosalind", "next dose now");
    }

    [Fact]
    public async Task A_case_that_nobody_goes_on_with_is_forgotten_when_it_ends()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("my cousin Quentin is not breathing");
        await night.Me.TextAsync("delete my messages");
        await night.Me.TextAsync("Walter pushes too");

        ApiRequest? last = null;
        while (await night.UntilSentAsync(2 * 60 * _minute, _minute) is { } request)
        {
            last = request;
        }

        last.ShouldNotBeNull()["Body"].ShouldContain("I will stop texting now");
        var record = await night.Server.RecordAsync(night.Me);
        (record.Ended, record.Forget, record.Marks.Count, record.LastHeard).ShouldBe((true, false, 0, null));
        record.Stack[0].ShouldBe(new Frame("respond", "compressions", null), "who writes again goes on where they were");
        await GoneAsync(night, "Quentin", "Walter");
    }

    [Fact]
    public async Task Delivered_twice_it_is_answered_the_same_and_once()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("i want to be ready");
        var sid = Texter.Sid();
        var first = await night.Me.TextAsync("forget me", ("MessageSid", sid), ("SmsSid", sid), ("SmsMessageSid", sid));
        var turns = (await night.Server.TurnsAsync(night.Me)).Count;

        var again = await night.Me.TextAsync("forget me", ("MessageSid", sid), ("SmsSid", sid), ("SmsMessageSid", sid));

        again.Text.ShouldBe(first.Text);
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(turns);
    }

    [Theory]
    [InlineData("forget me", Help)]
    [InlineData("forget me", RemindersFrom)]
    [InlineData("borra todo", RemindersFrom)]
    public async Task A_reminder_ends_and_its_number_is_gone(string wish, string number)
    {
        await using var night = await Night.StartAsync(("Sms:Twilio:From", Help), ("Sms:Twilio:RemindersFrom", RemindersFrom));
        foreach (var text in new[] { "i want to be ready", "i have a kit", "narcan", "exp 11/2027", "remind" })
        {
            await night.Me.TextAsync(text);
        }

        var address = (await night.Server.RecordAsync(night.Me)).Reference.ShouldNotBeNull().User.ShouldNotBeNull().Id;
        // Till the conversation is forgotten only the reminder has the number.
        (await night.UntilSentAsync(2 * _day, _minute * 30)).ShouldBeNull();
        (await night.Server.FilesAsync()).ShouldContain(address);

        await new Texter(night.Server.Http, night.Me.From, number).TextAsync(wish);

        (await night.UntilSentAsync(400 * _day, _day)).ShouldBeNull();
        (await night.Server.FilesAsync()).ShouldNotContain(address);
        night.Server.Log.ShouldNotContain("555");
    }

    private static async Task GoneAsync(Night night, params string[] words)
    {
        var files = await night.Server.FilesAsync();
        words.Where(w => files.Contains(w, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        words.Where(w => night.Server.Log.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
