namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>Very many messages at once in one conversation: everybody else is answered as always, and whoever sends them is too.</summary>
public sealed class CrowdTests
{
    private static readonly ReceptionOptions _small = new() { AtOnce = 16, Waiting = 4 };

    [Fact]
    public async Task One_conversation_never_fills_the_gate_and_its_clock_rings()
    {
        await using var desk = await Desk.OpenAsync(_small);
        await desk.SayAsync("flood", "he wont wake up");
        var due = await desk.DueAsync("flood");
        desk.Journal.Hold();

        var flood = Enumerable.Range(0, 100).Select(i => desk.SayAsync("flood", "he is blue", $"flood {i}")).ToList();
        desk.Reception.Gate.InHand.ShouldBe(Crowds.AtOnce);
        var stranger = desk.SayAsync("stranger", "help");
        var clock = desk.Reception.RingAsync(due, default);

        desk.Reception.Gate.InHand.ShouldBe(Crowds.AtOnce + 2);
        flood.Count(t => t.IsCompleted).ShouldBe(100 - Crowds.AtOnce - Crowds.Waiting);
        foreach (var card in flood.Where(t => t.IsCompleted))
        {
            (await card).Turn.ShouldBe(0);
            (await card).Activities[0].Text.ShouldContain("911");
        }

        desk.Journal.LetGo();
        (await stranger).Turn.ShouldBe(1);
        (await clock).Turn.ShouldBeGreaterThan(0);
        (await Task.WhenAll(flood)).Count(r => r.Turn > 0).ShouldBe(Crowds.AtOnce + Crowds.Waiting, "who waited is answered");
        desk.Cards.ShouldBe(new Dictionary<string, int> { ["limit"] = 28 });
        ShouldBeEmpty(desk);
    }

    [Fact]
    public async Task Who_waits_two_seconds_for_their_own_messages_gets_the_card_and_then_all_is_as_before()
    {
        await using var desk = await Desk.OpenAsync(_small);
        desk.Journal.Hold();
        var first = Enumerable.Range(0, Crowds.AtOnce).Select(_ => desk.SayAsync("c", "he is blue")).ToList();
        var ninth = desk.SayAsync("c", "he is not breathing");
        ninth.IsCompleted.ShouldBeFalse();

        desk.Time.Advance(_small.Patience);

        (await ninth).Turn.ShouldBe(0);
        desk.Journal.LetGo();
        (await Task.WhenAll(first)).ShouldAllBe(r => r.Turn > 0);
        (await desk.SayAsync("c", "he is not breathing")).Turn.ShouldBe(Crowds.AtOnce + 1);
        ShouldBeEmpty(desk);
    }

    [Fact]
    public async Task Who_is_turned_away_at_the_gate_is_not_counted_any_more()
    {
        await using var desk = await Desk.OpenAsync(new ReceptionOptions { AtOnce = 1, Waiting = 0 });
        desk.Journal.Hold();
        var inHand = desk.SayAsync("first", "he is blue");
        for (var i = 0; i < 2 * Crowds.AtOnce; i++)
        {
            (await desk.SayAsync("c", "he is blue")).Turn.ShouldBe(0);
        }

        desk.Journal.LetGo();
        await inHand;
        (await desk.SayAsync("c", "he is blue")).Turn.ShouldBe(1);
        ShouldBeEmpty(desk);
    }

    [Fact]
    public async Task A_phone_that_sends_forty_messages_at_once_after_a_dead_zone_gets_an_answer_to_each()
    {
        await using var desk = await Desk.OpenAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => desk.SayAsync("c", "he is blue", sms: true)));

        all.Select(r => r.Turn).Order().ShouldBe(Enumerable.Range(1, 40).Select(t => (long)t));
        ShouldBeEmpty(desk);
    }

    private static void ShouldBeEmpty(Desk desk) =>
        (desk.Reception.Gate.InHand, desk.Reception.Gate.Waiting, desk.Reception.Crowds.Count).ShouldBe((0, 0, 0));
}
