using Microsoft.Bot.Schema;
using OverdoseBot.Bot;

namespace OverdoseBot.Sms.Tests;

/// <summary>What a person of a hub types, up to seven texts at once, beside the steps and their clocks.</summary>
public sealed class BesideTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly string _long = string.Join(' ', Enumerable.Range(100, 250));

    [Fact]
    public async Task A_prompt_of_the_clock_goes_before_what_a_person_typed()
    {
        await using var night = await WithPersonAsync();
        await night.Me.TextAsync("i have narcan");
        await night.Me.TextAsync("gave it");
        var given = night.Time.GetUtcNow();
        night.Time.Advance((2 * _minute) - TimeSpan.FromSeconds(2.5));

        await SaysAsync(night, night.Me, _long);
        var sent = await AllAsync(night, TimeSpan.FromSeconds(20));

        var prompt = sent.Single(r => r["Body"].Contains("Give the next dose now"));
        (prompt.At - given).ShouldBeInRange((2 * _minute) - TimeSpan.FromSeconds(1), (2 * _minute) + TimeSpan.FromSeconds(1));
        sent.IndexOf(prompt).ShouldBeLessThan(4, "most of what was typed is still waiting");
        Words(sent).ShouldBe(_long);
    }

    [Fact]
    public async Task None_of_it_is_lost_when_the_steps_go_on_while_it_waits()
    {
        await using var night = await WithPersonAsync(("Sms:Twilio:PerSecond", "0.2"));
        await SaysAsync(night, night.Me, _long);
        var sent = new List<ApiRequest> { (await night.UntilSentAsync(_minute)).ShouldNotBeNull() };

        await night.Me.TextAsync("7");
        sent.AddRange(await AllAsync(night, _minute));

        Words(sent).ShouldBe(_long);
        sent.ShouldAllBe(r => int.Parse(r["ValidityPeriod"]) <= 300);
    }

    [Fact]
    public async Task A_prompt_that_waits_for_its_turn_is_not_stale_because_a_person_typed()
    {
        await using var night = await WithPersonAsync(("Sms:Twilio:PerSecond", "0.2"));
        var other = new Texter(night.Server.Http, "+16175550102", night.Me.To);
        await ConnectAsync(night, other);
        foreach (var me in new[] { night.Me, other })
        {
            await me.TextAsync("i have narcan");
            await me.TextAsync("gave it");
        }

        var sent = new List<ApiRequest>();
        while (!sent.Any(IsPrompt))
        {
            sent.Add((await night.UntilSentAsync(3 * _minute)).ShouldNotBeNull());
        }

        await SaysAsync(night, night.Me, "Keep going.");
        await SaysAsync(night, other, "Keep going.");
        sent.AddRange(await AllAsync(night, TimeSpan.FromSeconds(30)));

        sent.Where(IsPrompt).Select(r => r["To"]).ShouldBe([night.Me.From, other.From], ignoreOrder: true);
        static bool IsPrompt(ApiRequest request) => request["Body"].Contains("Give the next dose now");
    }

    private static async Task<Night> WithPersonAsync(params (string Name, string? Value)[] settings)
    {
        var night = await Night.StartAsync(api => [("HumanLine:Hub", api.HubUrl), ("HumanLine:Secret", "0123456789abcdef"), .. settings]);
        await ConnectAsync(night, night.Me);
        return night;
    }

    private static async Task ConnectAsync(Night night, Texter me)
    {
        await me.TextAsync("he is not breathing, i called 911");
        await me.TextAsync("i want to talk to a human");
        await HappensAsync(night, me, id => HandOffEvents.OfStatus(id, "accepted"));
        (await night.UntilSentAsync(_minute)).ShouldNotBeNull()["Body"].ShouldContain("A person is in this chat now");
    }

    private static Task SaysAsync(Night night, Texter me, string text) => HappensAsync(night, me, id => HandOffEvents.OfText(id, text));

    private static async Task HappensAsync(Night night, Texter me, Func<string, Activity> happening) =>
        await night.Server.HappensAsync(me, happening((await night.Server.RecordAsync(me)).Handoff!.Id));

    private static async Task<List<ApiRequest>> AllAsync(Night night, TimeSpan span)
    {
        var sent = new List<ApiRequest>();
        for (var end = night.Time.GetUtcNow() + span; await night.UntilSentAsync(end - night.Time.GetUtcNow()) is { } request;)
        {
            sent.Add(request);
        }

        return sent;
    }

    private static string Words(IEnumerable<ApiRequest> sent) =>
        string.Join(' ', sent.Select(r => r["Body"]).Where(b => b.StartsWith("Person: ", StringComparison.Ordinal)).Select(b => b["Person: ".Length..]));
}
