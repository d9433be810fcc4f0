namespace OverdoseBot.Sms.Tests;

/// <summary>While the signing key is changed nobody who texts begins anew, and no number that was kept is lost.</summary>
public sealed class SigningKeyTests
{
    private const string Current = "DirectLine:SigningKey";
    private const string Old = "DirectLine:OldSigningKeys:0";
    private static readonly string _a = new('a', 40);
    private static readonly string _b = new('b', 40);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Who_began_under_the_old_key_goes_on_and_a_text_that_comes_again_gets_the_same_answer()
    {
        await using var night = await Night.StartAsync((Current, _a));
        var first = night.Me.Form("hes not breathing", Texter.Sid());
        var answer = await night.Me.PostAsync(first);
        var kept = await night.Server.TurnsAsync(night.Me);

        await night.RestartAsync((Current, _b), (Old, _a));

        (await night.Me.PostAsync(first)).Text.ShouldBe(answer.Text);
        await night.Me.TextAsync("yes");
        // Nothing is begun under the new key.
        (await night.Server.TurnsAsync(night.Me)).ShouldBeEmpty();
        await night.RestartAsync((Current, _a), (Old, _b));
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(kept.Count + 1);
    }

    [Fact]
    public async Task Who_began_under_the_new_key_goes_on_at_a_replica_that_has_the_old_one_still()
    {
        await using var night = await Night.StartAsync((Current, _b), (Old, _a));
        await night.Me.TextAsync("hes not breathing");
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(1);

        await night.RestartAsync((Current, _a), (Old, _b));
        await night.Me.TextAsync("yes");
        (await night.Server.TurnsAsync(night.Me)).ShouldBeEmpty();

        await night.RestartAsync((Current, _b), (Old, null));
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_clock_that_was_set_under_the_old_key_prompts_by_text()
    {
        await using var night = await Night.StartAsync((Current, _a));
        await night.Me.TextAsync("hes not breathing");

        await night.RestartAsync((Current, _b), (Old, _a));

        (await night.UntilSentAsync(10 * _minute)).ShouldNotBeNull()["To"].ShouldBe(night.Me.From);
    }

    [Fact]
    public async Task A_reminder_that_was_set_under_the_old_key_goes_out_and_a_word_ends_it()
    {
        await using var night = await Night.StartAsync(
            (Current, _a), ("Sms:Twilio:From", "+15551230002"), ("Sms:Twilio:RemindersFrom", "+15558880000"));
        await WishAsync(night, 2027);
        await night.RestartAsync((Current, _b), (Old, _a));
        (await night.UntilSentAsync(400 * _day, _day)).ShouldNotBeNull()["To"].ShouldBe(night.Me.From);

        await night.RestartAsync((Current, _a), (Old, null));
        await WishAsync(night, 2028);
        await night.RestartAsync((Current, _b), (Old, _a));
        await night.Me.TextAsync("off");
        (await night.UntilSentAsync(400 * _day, _day)).ShouldBeNull();
    }

    private static async Task WishAsync(Night night, int year)
    {
        await night.Me.TextAsync("i want to be ready");
        await night.Me.TextAsync("i have a kit");
        await night.Me.TextAsync("narcan");
        (await night.Me.TextAsync($"exp 11/{year}")).Text.ShouldContain($"November {year}");
        (await night.Me.TextAsync("remind")).Text.ShouldContain("my other number");
        (await night.UntilSentAsync(_minute)).ShouldBeNull();
    }
}
