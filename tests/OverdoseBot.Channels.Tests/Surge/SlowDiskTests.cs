using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>A disk that takes seconds for a commit: everybody gets their reply or the card in time, and no turn is lost or run twice.</summary>
public sealed class SlowDiskTests
{
    private static readonly TimeSpan _longest = new ReceptionOptions().AnswerWithin;

    [Fact]
    public async Task A_commit_that_takes_less_is_waited_for_and_its_reply_is_the_answer()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Journal.Hold();
        var (one, other) = (desk.SayAsync("one", "he is blue"), desk.SayAsync("other", "not breathing"));

        desk.Time.Advance(_longest - TimeSpan.FromMilliseconds(1));
        desk.Journal.LetGo();

        (await one).Turn.ShouldBe(1);
        (await other).Turn.ShouldBe(1);
        desk.Cards.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_takes_more_is_answered_with_the_card_and_its_turn_is_kept_once()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Journal.Hold();
        var (one, other) = (desk.SayAsync("one", "he is blue", "1"), desk.SayAsync("other", "not breathing", "2"));

        desk.Time.Advance(_longest);
        foreach (var card in new[] { await one, await other })
        {
            (card.Turn, card.Late).ShouldBe((0L, true));
            card.Activities[0].Text.ShouldContain("911");
        }

        var kept = desk.CommitsAsync(2);
        desk.Journal.LetGo();
        await kept;

        (await desk.SayAsync("one", "he is blue", "1")).Repeated.ShouldBeTrue("it was kept, and says the same again");
        (await desk.TurnsAsync("one")).Count.ShouldBe(1);
        (await desk.TurnsAsync("other")).Count.ShouldBe(1);
        desk.Cards.ShouldBe(new Dictionary<string, int> { ["slow"] = 2 });
        desk.Log.Lines.ShouldHaveSingleItem().ShouldContain("The journal is slow");
    }

    [Fact]
    public async Task A_text_message_that_got_the_card_gets_its_step_when_the_disk_is_done()
    {
        await using var desk = await Desk.OpenAsync();
        var route = ReplyRoute.Caller("sms");
        desk.Journal.Hold();
        var answer = desk.SayAsync("phone", "he is blue", "SM1", sms: true, route);
        desk.Time.Advance(_longest);
        (await answer).Late.ShouldBeTrue();

        var kept = desk.CommitsAsync(2);
        desk.Journal.LetGo();
        await kept;

        var row = (await desk.Journal.OutboxRows.ClaimAsync("sms", desk.Time.GetUtcNow(), 10, default)).ShouldHaveSingleItem();
        var turns = await desk.TurnsAsync("phone");
        var said = ActivityJson.Read(turns[0].Outgoing[^1]);
        turns.Count.ShouldBe(2);
        Step(ActivityJson.Read(row.Body)).ShouldBe(Step(said));
    }

    [Fact]
    public async Task While_the_disk_hangs_the_next_get_the_card_and_afterwards_everybody_is_served()
    {
        await using var desk = await Desk.OpenAsync(new ReceptionOptions { AtOnce = 2, Waiting = 2 });
        desk.Journal.Hold();
        var stuck = Enumerable.Range(0, 2).Select(i => desk.SayAsync($"stuck {i}", "he is blue")).ToList();
        desk.Time.Advance(_longest);
        (await Task.WhenAll(stuck)).ShouldAllBe(r => r.Late);

        var waits = Enumerable.Range(0, 2).Select(i => desk.SayAsync($"waits {i}", "he is blue")).ToList();
        (await desk.SayAsync("at once", "he is blue")).Turn.ShouldBe(0);
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        (await Task.WhenAll(waits)).ShouldAllBe(r => r.Turn == 0);

        var kept = desk.CommitsAsync(2);
        desk.Journal.LetGo();
        await kept;
        (await desk.SayAsync("at once", "he is blue")).Turn.ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_waits_for_the_disk_as_long_as_it_takes_and_rings_once()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("c", "he wont wake up");
        var due = await desk.DueAsync("c");
        desk.Journal.Hold();
        var ring = desk.Reception.RingAsync(due, default);
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        ring.IsCompleted.ShouldBeFalse();

        desk.Journal.LetGo();

        (await ring).Turn.ShouldBe(2);
        (await desk.TurnsAsync("c")).Count.ShouldBe(2);
        desk.Cards.ShouldBeEmpty();
    }

    private static string Step(Activity message) => (string)((JObject)message.ChannelData)["guide"]!["step"]!;
}
