using System.Diagnostics;

namespace OverdoseBot.EndToEnd;

/// <summary>Web Chat in real time: a minute without a network, in which the next dose falls due.</summary>
public sealed class WebChatMinuteTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task The_next_dose_is_asked_about_at_two_minutes()
    {
        await using var chat = await Embedded.OpenAsync(stage);
        await chat.TypeAsync("not breathing, on the phone with 911");
        await chat.SeesAsync("Push hard and fast");
        await chat.TypeAsync("gave the first spray");
        await chat.SeesAsync("I watch the clock for the next dose.");
        var since = Stopwatch.StartNew();
        await chat.SeesAsync("Time to look at the chest.", patience: 130_000);
        since.Elapsed.TotalSeconds.ShouldBeInRange(117, 123);
        await chat.NothingLostNothingDoubledAsync();
    }

    [Fact]
    public async Task A_minute_offline_loses_nothing_and_doubles_nothing()
    {
        await using var chat = await Embedded.OpenAsync(stage);
        await chat.TypeAsync("not breathing, on the phone with 911");
        await chat.SeesAsync("Push hard and fast");
        await chat.TypeAsync("gave the first spray");
        await chat.SeesAsync("I watch the clock for the next dose.");
        await Task.Delay(TimeSpan.FromSeconds(75));

        await chat.Page.Context.SetOfflineAsync(true);
        chat.Wire.Cut();
        await chat.SeesBannerAsync();
        await Task.Delay(TimeSpan.FromSeconds(60));
        chat.Wire.Mend();
        await chat.Page.Context.SetOfflineAsync(false);

        await chat.SeesAsync("Time to look at the chest.");
        await chat.SeesNoBannerAsync();
        await chat.TapAsync("Breathing normally");
        await chat.SeesAsync("Roll them on their side");
        await chat.NothingLostNothingDoubledAsync();
    }
}
