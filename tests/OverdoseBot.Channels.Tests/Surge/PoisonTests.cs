namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>
/// A message that makes the service fail each time it comes: its person gets the emergency card, everybody else is served, and what they wrote is in no
/// log. (A script or a reader that throws inside the turn is answered with the step: <c>TurnRunnerTests</c>.)
/// </summary>
public sealed class PoisonTests
{
    private const string Poison = "my brother Bartholomew is blue";

    [Fact]
    public async Task It_is_answered_with_the_card_each_time_and_harms_nobody_else()
    {
        await using var desk = await Desk.OpenAsync();
        desk.Journal.Fails = turn => turn.Inbound!.Contains("Bartholomew") ? new InvalidTimeZoneException(Poison) : null;

        for (var time = 0; time < 3; time++)
        {
            var card = await desk.SayAsync("c", Poison, "the same");
            card.Turn.ShouldBe(0);
            card.Activities[0].Text.ShouldContain("911");
        }

        (await desk.SayAsync("other", "he is blue")).Turn.ShouldBe(1);
        (await desk.SayAsync("c", "he is not breathing")).Turn.ShouldBe(1);
        desk.Cards.ShouldBe(new Dictionary<string, int> { ["fault"] = 3 });
        desk.Log.Lines.Count.ShouldBe(3);
        desk.Log.Lines.ShouldAllBe(l => l.Contains(nameof(InvalidTimeZoneException)) && !l.Contains("Bartholomew"));
        (desk.Reception.Gate.InHand, desk.Reception.Gate.Waiting).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(8_000, 'a')]
    [InlineData(8_000, '\u200d')]
    [InlineData(8_000, '0')]
    [InlineData(8_000, '\n')]
    [InlineData(3_000, '\ud83d')]
    [InlineData(1, '\0')]
    public async Task Long_and_odd_words_get_a_reply(int length, char character)
    {
        await using var desk = await Desk.OpenAsync();

        var reply = await desk.SayAsync("c", new string(character, length));

        reply.Turn.ShouldBe(1);
        reply.Activities[0].Text.ShouldContain("911");
        desk.Log.Lines.ShouldBeEmpty();
    }
}
