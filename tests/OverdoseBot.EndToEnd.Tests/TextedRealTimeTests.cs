using System.Globalization;
using OverdoseBot.Sms.Tests;
using Xunit.Abstractions;

namespace OverdoseBot.EndToEnd;

/// <summary>An emergency by text message in real time: the program is killed behind the first dose, and asks for the second at its minute.</summary>
public sealed class TextedRealTimeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _due = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    // Longer than a busy machine may be late: a clock that began anew after the kill would ring later still.
    private static readonly TimeSpan _dead = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_next_dose_is_asked_for_by_text_two_minutes_after_the_first_across_a_kill()
    {
        await using var api = await Loopback.StartAsync();
        await using var service = await Service.StartAsync(
            ("Sms__Twilio__AuthToken", Texter.Token), ("Sms__Twilio__PublicUrl", Texter.Public), ("Sms__Twilio__ApiBase", api.Url));
        using var http = new HttpClient { BaseAddress = service.Address };
        var me = new Texter(http);
        await TextAsync(me, "hes not breathing, i called 911", "ush hard and fast");
        await TextAsync(me, "9", "nose spray or a needle");
        await TextAsync(me, "nose", "Press hard");
        using var others = new OtherWork();
        var told = TimeProvider.System.GetUtcNow();
        await TextAsync(me, "gave it", "I watch the clock for the next dose.");
        var heard = TimeProvider.System.GetUtcNow();

        await service.KillAsync();
        await Task.Delay(_dead);
        await service.RunAsync();
        var prompt = (await api.RequestAsync(2 * _due)).ShouldNotBeNull();

        var passed = prompt.At - told;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at the Messages API {passed.TotalSeconds:0.000} s after the dose was told; other programs took {others.Share():P0} of the machine"));
        (prompt["To"], prompt["From"]).ShouldBe((me.From, me.To));
        prompt["Body"].ShouldContain("Give the next dose now");
        passed.ShouldBeGreaterThanOrEqualTo(_due - _second);
        (prompt.At - heard).ShouldBeLessThan(_due + (others.IsQuiet ? _second : _late), "beside other work the machine's queues are measured too");

        await TextAsync(me, "gave the second one", "I watch the clock");
        await TextAsync(me, "5", "Roll on side");
        await TextAsync(me, "0", "Tell the crew: first spray 2 min ago", "Tell the crew: first spray 3 min ago");
        api.Kept.Count.ShouldBe(1);
    }

    private static async Task TextAsync(Texter me, string text, params string[] says)
    {
        var answer = await me.TextAsync(text);
        answer.Code.ShouldBe(200);
        says.Any(answer.Text.Contains).ShouldBeTrue(answer.Text);
    }
}
