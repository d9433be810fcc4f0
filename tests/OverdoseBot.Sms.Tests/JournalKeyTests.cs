namespace OverdoseBot.Sms.Tests;

/// <summary>The service over a journal that is sealed: nothing of a person is in its files, and the wrong key costs nobody else anything.</summary>
public sealed class JournalKeyTests
{
    private const string Setting = "Journal:Key";
    private const int MostLooks = 500;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);
    private static readonly string _one = Key(1);
    private static readonly string _other = Key(2);

    [Fact]
    public async Task No_word_of_the_person_and_none_of_ours_is_in_the_files()
    {
        await using var server = await SmsServer.StartAsync(settings: (Setting, _one));
        var me = new Texter(server.Http);
        var said = (await me.TextAsync("my sister Philomena is not breathing")).Text;
        var files = await server.FilesAsync();
        foreach (var part in new[] { "Philomena", "breathing", "6175550101", "911", said[..20] })
        {
            files.ShouldNotContain(part);
        }
    }

    [Fact]
    public async Task With_the_wrong_key_the_person_gets_the_card_others_are_led_and_with_the_right_one_it_goes_on()
    {
        await using var night = await Night.StartAsync((Setting, _one));
        await night.Me.TextAsync("hes not breathing");
        var kept = (await night.Server.TurnsAsync(night.Me)).Count;

        await night.RestartAsync((Setting, _other));
        var card = await night.Me.TextAsync("what now");
        card.Code.ShouldBe(200);
        card.Text.ShouldContain("Call 911");
        // Its clock is due and cannot ring; somebody else is led, and theirs does.
        var them = new Texter(night.Server.Http, "+16175550199");
        (await them.TextAsync("hes not breathing")).Text.ShouldContain("push hard and fast", Case.Insensitive);
        (await UntilSentToAsync(night, them)).ShouldBeTrue();
        night.Server.Log.ShouldContain("Journal:OldKeys");
        night.Server.Log.ShouldNotContain("what now");

        await night.RestartAsync((Setting, _one), ("Journal:OldKeys", _other));
        await night.Me.TextAsync("yes");
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBeGreaterThan(kept);
        (await night.Server.TurnsAsync(them)).ShouldNotBeEmpty();
    }

    private static async Task<bool> UntilSentToAsync(Night night, Texter them)
    {
        for (var second = 0; second < 600; second++)
        {
            night.Time.Advance(TimeSpan.FromSeconds(1));
            // What is in hand is on its way; what a clock says is in nobody's hand for a moment.
            for (var looks = 0; looks < 3 || (looks < MostLooks && night.Server.Journal.InHand.Count > 0); looks++)
            {
                if ((await night.Api.RequestAsync(_look))?["To"] == them.From)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Key(int first) => Convert.ToBase64String([.. Enumerable.Range(first, 32).Select(i => (byte)i)]);
}
