using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>A conversation comes back whose text was deleted.</summary>
public sealed class LostTests
{
    [Fact]
    public async Task It_is_told_so_and_greeted_in_one_message()
    {
        var greeted = (await Shipped.Adapter().RunAsync(Given.Fresh(), Given.Hello(), Given.Now)).Outgoing.Single();

        var lost = await LostAsync(Given.Fresh());

        lost.Outgoing.Single().Text.ShouldBe($"{Shipped.Library.Words["conversation.lost"]} {greeted.Text}");
        lost.Outgoing.Single().SuggestedActions.Actions.Select(a => a.Title).ShouldBe(greeted.SuggestedActions.Actions.Select(a => a.Title));
        lost.Record.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_that_is_known_hears_nothing_of_it() => (await LostAsync(Given.At("respond/compressions"))).Outgoing.ShouldBeEmpty();

    private static Task<TurnResult> LostAsync(CaseRecord record) =>
        Shipped.Adapter().RunAsync(record, Given.Activity(ActivityTypes.Event, a => a.Name = OverdoseResponseBot.LostEvent), Given.Now);
}
