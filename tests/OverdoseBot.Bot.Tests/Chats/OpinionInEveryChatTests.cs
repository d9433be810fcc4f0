using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>
/// After every line of every chat, an opinion that the last words were distress: it changes no step, clock, dose or mark, and what it may add
/// stands beside the message that was there, with its buttons and its guide.
/// </summary>
public sealed class OpinionInEveryChatTests
{
    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task An_opinion_changes_nothing_at_any_point(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var plan = ChatFiles.Plan(chat);
            var time = new ManualTime(ChatRun.Start);
            var fresh = new CaseRecord { Region = plan.Header.Region, Language = plan.Header.Language, Sms = sms };
            await using var service = new DirectService(Shipped.Adapter, fresh, time);
            var run = new ChatRun(plan, sms, Shipped.Library, Shipped.Reader, service, time);
            var last = (await run.OpenAsync()).Replies.LastOrDefault()?.Message;
            foreach (var line in plan.Lines)
            {
                last = (await run.PlayAsync(line)).Replies.LastOrDefault()?.Message ?? last;
                await OpineAsync((await service.RecordAsync())!, last, time.GetUtcNow().AddMilliseconds(1));
            }
        }
    }

    private static async Task OpineAsync(CaseRecord before, Activity? last, DateTimeOffset now)
    {
        var result = await Shipped.Adapter().RunAsync(before, Opinion.Of(before.LastHeard ?? now), now);

        result.Error.ShouldBeNull();
        (result.Record with { Told = before.Told }).ShouldBe(before);
        result.NextDue.ShouldBe(before.Alarms.IsEmpty ? null : before.Alarms[0].Due);
        if (result.Outgoing.Count == 0)
        {
            result.Record.ShouldBe(before);
            return;
        }

        result.Record.Told.RemoveRange(before.Told.Keys).Keys.Concat(before.Told.Keys).ShouldContain("human-line");
        var offer = result.Outgoing.ShouldHaveSingleItem();
        if (last is not null)
        {
            Buttons(offer).ShouldBe(Buttons(last), offer.Text);
            Guide(offer).ShouldBe(Guide(last), offer.Text);
        }
    }

    private static ImmutableArray<string> Buttons(Activity message) => [.. message.SuggestedActions?.Actions.Select(a => $"{a.Title} {a.Value}") ?? []];

    // The line, and that it is one, belong to the offer.
    private static string Guide(Activity message)
    {
        var guide = (JObject)((JObject)message.ChannelData)["guide"]!.DeepClone();
        guide.Remove("line");
        guide.Remove("offer");
        return guide.ToString();
    }
}
