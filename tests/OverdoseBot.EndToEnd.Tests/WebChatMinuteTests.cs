using OverdoseBot.Sms.Tests;

namespace OverdoseBot.EndToEnd;

/// <summary>Web Chat in real time: a minute without a network, in which the next dose falls due.</summary>
public sealed class WebChatMinuteTests(Site site) : IClassFixture<Site>
{
    private const string Given = "gave the first spray";
    private const string ReCheck = "Time to look at the chest.";

    [Fact]
    public async Task A_minute_offline_loses_nothing_and_doubles_nothing()
    {
        await using var chat = await Embedded.OpenAsync(site);
        await chat.TypeAsync("not breathing, on the phone with 911");
        await chat.SeesAsync("Push hard and fast");
        using var others = new OtherWork();
        await chat.TypeAsync(Given);
        await chat.SeesAsync("I watch the clock for the next dose.");
        await Task.Delay(TimeSpan.FromSeconds(75));

        await chat.Page.Context.SetOfflineAsync(true);
        chat.Wire.Cut();
        await chat.SeesBannerAsync();
        await Task.Delay(TimeSpan.FromSeconds(60));
        chat.Wire.Mend();
        await chat.Page.Context.SetOfflineAsync(false);

        await chat.SeesAsync(ReCheck);
        await chat.SeesNoBannerAsync();
        await chat.TapAsync("Breathing normally");
        await chat.SeesAsync("Roll them on their side");
        await chat.NothingLostNothingDoubledAsync();
        var kept = await chat.KeptAsync();
        var asked = kept.Single(k => k.Text.StartsWith(ReCheck, StringComparison.Ordinal)).At - kept.Single(k => k.Text == Given).At;
        asked.TotalSeconds.ShouldBeInRange(119, others.IsQuiet ? 121 : 150, "beside other work the machine's queues are measured too");
    }
}
