using OverdoseBot.Bot;

namespace OverdoseBot.Sms.Tests;

/// <summary>"Text me before it ends": an alarm months away, from a number of its own, that keeps nothing that was said.</summary>
public sealed class ReminderTests
{
    private const string Help = "+15551230002";
    private const string RemindersFrom = "+15558880000";
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    [Fact]
    public async Task It_comes_eleven_months_later_after_a_restart_from_its_own_number_when_all_else_is_forgotten()
    {
        await using var night = await StartAsync();
        var wished = night.Time.GetUtcNow();
        await WishAsync(night);
        await night.RestartAsync();
        (await night.UntilSentAsync(2 * _day, _minute * 30)).ShouldBeNull();

        // The conversation was deleted on the day after; what is left has the product, the date and where to send it.
        (await night.Server.TurnsAsync(night.Me)).ShouldBeEmpty();
        var kept = await night.Server.FilesAsync();
        foreach (var gone in new[] { "6175550101", "be ready", "11/2027", "i have a kit", "Keep it in its box" })
        {
            kept.ShouldNotContain(gone);
        }

        await night.RestartAsync();
        var request = (await night.UntilSentAsync(400 * _day, _day)).ShouldNotBeNull();

        request["Body"].ShouldBe("Your Narcan 4 mg is good till November 2027. Get a new one. In danger? Call 911. No more of these? Text OFF.");
        (request["To"], request["From"]).ShouldBe((night.Me.From, RemindersFrom));
        (request.At - new DateTimeOffset(2027, 10, 31, wished.Hour, wished.Minute, wished.Second, TimeSpan.Zero)).Duration().ShouldBeLessThan(_minute);
        (await night.UntilSentAsync(60 * _day, _day)).ShouldBeNull();
        night.Server.Log.ShouldNotContain("555");
    }

    [Theory]
    [InlineData("off", Help)]
    [InlineData("OFF", RemindersFrom)]
    [InlineData("no more reminders", Help)]
    [InlineData("sin avisos", Help)]
    [InlineData("STOP", Help)]
    [InlineData("STOP", RemindersFrom)]
    public async Task It_is_ended_by_a_word_to_either_number(string word, string number)
    {
        await using var night = await StartAsync();
        await WishAsync(night);
        (await night.UntilSentAsync(7 * _day, _day)).ShouldBeNull();

        await new Texter(night.Server.Http, night.Me.From, number).TextAsync(word);

        (await night.UntilSentAsync(400 * _day, _day)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_date_takes_the_place_of_the_old_one()
    {
        await using var night = await StartAsync();
        await WishAsync(night);
        (await night.UntilSentAsync(_minute)).ShouldBeNull();
        await night.Me.TextAsync("start over");
        await night.Me.TextAsync("i want to be ready");
        await night.Me.TextAsync("i have a kit");
        await night.Me.TextAsync("03/2027");
        await night.Me.TextAsync("remind me");

        (await night.UntilSentAsync(400 * _day, _day)).ShouldNotBeNull()["Body"].ShouldContain("March 2027");
        (await night.UntilSentAsync(400 * _day, _day)).ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_to_it_that_is_an_emergency_is_led_at_once()
    {
        await using var night = await StartAsync();
        await WishAsync(night);
        (await night.UntilSentAsync(400 * _day, _day)).ShouldNotBeNull();

        var answer = await new Texter(night.Server.Http, night.Me.From, RemindersFrom).TextAsync("hes not breathing");

        answer.Text.ShouldContain("Call 911");
        answer.Text.ShouldContain("push hard and fast", Case.Insensitive);
    }

    [Fact]
    public async Task Without_a_number_of_its_own_none_is_offered()
    {
        await using var night = await Night.StartAsync(("Sms:Twilio:From", Help));
        await ReadyAsync(night);

        (await night.Me.TextAsync("11/2027")).Text.ShouldStartWith("Keep it in its box");
        (await night.Server.RecordAsync(night.Me)).Stack[0].ShouldBe(new Frame("kit", "keep", null));
    }

    [Fact]
    public async Task Who_writes_through_another_service_is_offered_none()
    {
        await using var night = await StartAsync();
        var me = new Texter(night.Server.Http, "whatsapp:+16175550101", "whatsapp:" + Help);
        foreach (var text in new[] { "i want to be ready", "i have a kit", "narcan" })
        {
            await me.TextAsync(text);
        }

        (await me.TextAsync("11/2027")).Text.ShouldStartWith("Keep it in its box");
        (await night.Server.RecordAsync(me)).Stack[0].ShouldBe(new Frame("kit", "keep", null));
    }

    private static Task<Night> StartAsync() => Night.StartAsync(("Sms:Twilio:From", Help), ("Sms:Twilio:RemindersFrom", RemindersFrom));

    private static async Task ReadyAsync(Night night)
    {
        await night.Me.TextAsync("i want to be ready");
        await night.Me.TextAsync("i have a kit");
        (await night.Me.TextAsync("narcan")).Text.ShouldContain("EXP");
    }

    private static async Task WishAsync(Night night)
    {
        await ReadyAsync(night);
        (await night.Me.TextAsync("exp 11/2027")).Text.ShouldContain("November 2027");
        (await night.Me.TextAsync("remind")).Text.ShouldContain("my other number");
        // The wish is brought to the reminder's own record.
        (await night.UntilSentAsync(_minute)).ShouldBeNull();
    }
}
