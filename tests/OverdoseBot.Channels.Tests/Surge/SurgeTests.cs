using Newtonsoft.Json.Linq;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>More people at once than can be answered: everybody gets their answer or the emergency card, emergencies first, and then all is as before.</summary>
public sealed class SurgeTests
{
    private const string Calm = "i want to be ready";
    private static readonly ReceptionOptions _small = new() { AtOnce = 1, Waiting = 3 };

    [Fact]
    public async Task Everybody_gets_a_reply_or_the_card_emergencies_first_and_it_recovers()
    {
        await using var desk = await Desk.OpenAsync(_small);
        await desk.SayAsync("prepares", Calm);
        await desk.SayAsync("prepared", Calm);
        await desk.SayAsync("rings", "he wont wake up");
        var due = await desk.DueAsync("rings");
        desk.Journal.Hold();

        var inHand = desk.SayAsync("first", "he is blue");
        var calm = desk.SayAsync("prepares", "next");
        var turned = desk.SayAsync("prepared", "he is not breathing");
        var stranger = desk.SayAsync("stranger", "help");
        var clock = desk.Reception.RingAsync(due, default);
        var late = desk.SayAsync("late", "she is blue");
        Card(await calm, "full");
        Card(await desk.SayAsync("too late", "he is blue"), "full");
        Task[] waiting = [inHand, turned, stranger, clock, late];
        waiting.ShouldAllBe(t => !t.IsCompleted);

        desk.Journal.LetGo();
        foreach (var reply in new[] { await inHand, await turned, await stranger, await clock, await late })
        {
            reply.Turn.ShouldBeGreaterThan(0);
            reply.Activities.ShouldNotBeEmpty();
        }

        desk.Journal.Order.Skip(3).ShouldBe(["first", "rings", "prepared", "stranger", "late"]);
        desk.Cards.ShouldBe(new Dictionary<string, int> { ["full"] = 2 });
        desk.Log.Lines.ShouldHaveSingleItem().ShouldContain("More people write at once");

        (await desk.SayAsync("prepares", "next")).Turn.ShouldBeGreaterThan(0);
        (await desk.SayAsync("too late", "he is blue")).Turn.ShouldBe(1, "what was answered with the card was not kept");
        (desk.Reception.Gate.InHand, desk.Reception.Gate.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Where_the_processors_are_behind_whoever_is_calm_leaves_them_to_emergencies()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("prepares", Calm);
        await desk.SayAsync("prepared", Calm);
        desk.Pulse.Beat();
        desk.Time.Advance(Pulse.Every + TimeSpan.FromSeconds(2.1));

        Card(await desk.SayAsync("prepares", "next"), "full");
        (await desk.SayAsync("prepared", "he is not breathing")).Turn.ShouldBe(2);
        (await desk.SayAsync("stranger", "help")).Turn.ShouldBe(1);

        desk.Pulse.Beat();
        (await desk.SayAsync("prepares", "next")).Turn.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_waits_two_seconds_gets_the_card()
    {
        await using var desk = await Desk.OpenAsync(_small);
        desk.Journal.Hold();
        var inHand = desk.SayAsync("first", "he is blue");
        var waits = desk.SayAsync("second", "he is blue");

        desk.Time.Advance(TimeSpan.FromSeconds(2));

        Card(await waits, "full");
        desk.Journal.LetGo();
        (await inHand).Turn.ShouldBe(1);
    }

    [Fact]
    public async Task The_card_is_the_one_of_the_region_and_language_that_the_conversation_had()
    {
        await using var desk = await Desk.OpenAsync(_small with { Waiting = 0 });
        await desk.SayAsync("c", "estoy en españa");
        await desk.SayAsync("c", "no respira");
        desk.Journal.Hold();
        var inHand = desk.SayAsync("first", "he is blue");

        var card = await desk.SayAsync("c", "que hago");

        card.Turn.ShouldBe(0);
        card.Activities[0].Text.ShouldContain("112");
        card.Activities[0].Locale.ShouldStartWith("es");
        desk.Journal.LetGo();
        await inHand;
    }

    [Theory]
    [InlineData("he is not breathing", true)]
    [InlineData("my sister is blue and wont wake up", true)]
    [InlineData("its happening right now", true)]
    [InlineData("i took too much", true)]
    [InlineData("i want to die", true)]
    [InlineData("no respira", true)]
    [InlineData("next", false)]
    [InlineData("ok", false)]
    [InlineData("quiz", false)]
    [InlineData("thank you", false)]
    public async Task Who_prepares_may_wait_unless_what_they_write_may_be_an_emergency(string text, bool urgent)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("c", Calm);

        desk.Reception.IsCalm("c", From.Text(text)).ShouldBe(!urgent);
        desk.Reception.IsCalm("a stranger", From.Text(text)).ShouldBeFalse("nothing is known of them");
    }

    [Fact]
    public async Task A_button_for_bad_news_and_a_tap_on_the_call_button_never_wait()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("c", Calm);
        var tap = From.Text("None");
        tap.Value = new JObject { ["step"] = "respond/breathing", ["answer"] = "none" };
        var call = From.Hello();
        (call.Type, call.Name) = ("event", "call-tapped");

        desk.Reception.IsCalm("c", tap).ShouldBeFalse();
        desk.Reception.IsCalm("c", call).ShouldBeFalse();
        desk.Reception.IsCalm("c", From.Hello()).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_turns_from_preparing_to_an_emergency_waits_behind_nobody_any_more()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("c", Calm);
        desk.Reception.IsCalm("c", From.Text("ok")).ShouldBeTrue();

        await desk.SayAsync("c", "he is not breathing");

        desk.Reception.IsCalm("c", From.Text("ok")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_another_replica_made_of_a_conversation_is_not_known_here_and_counts_as_an_emergency()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SayAsync("c", Calm);
        var opened = await desk.Journal.BeginAsync("c", "elsewhere", default);

        var turn = new TurnEntry("c", opened.Version, "elsewhere", opened.Record!.Value, null, [], null, desk.Time.GetUtcNow(), FromPerson: true);
        (await desk.Journal.CommitAsync(turn, default)).ShouldBeOfType<CommitOutcome.Done>();

        desk.Reception.IsCalm("c", From.Text("ok")).ShouldBeFalse();
    }

    private static void Card(TurnReplies replies, string why)
    {
        (replies.Turn, replies.Repeated, replies.Late).ShouldBe((0L, false, false), why);
        replies.Activities[0].Text.ShouldContain("911");
    }
}
