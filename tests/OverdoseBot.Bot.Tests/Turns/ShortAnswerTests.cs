namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>A number, a yes or a no is read by what the last message asked, and where it was written.</summary>
public sealed class ShortAnswerTests
{
    private static readonly TurnAdapter _adapter = Shipped.Adapter();

    [Theory]
    [InlineData("respond/recovery-position", "7", "respond/recovery-position")]
    [InlineData("respond/recovery-position", "5", "respond/recovery-position")]
    [InlineData("respond/recovery-position", "3", "respond/breaths")]
    [InlineData("respond/recovery-position", "0", "respond/compressions")]
    [InlineData("respond/breathing", "3", "respond/compressions")]
    [InlineData("respond/breathing", "0", "respond/compressions")]
    public async Task On_a_page_a_number_is_a_count_or_unclear(string at, string text, string to) =>
        (await _adapter.RunAsync(Given.At(at), Given.Text(text), Given.Now)).Record.Top()!.ToString().ShouldBe(to);

    [Theory]
    [InlineData("respond/recovery-position", "7", "respond/compressions")]
    [InlineData("respond/breathing", "6", "respond/breaths")]
    [InlineData("respond/compressions", "0", "respond/handover")]
    public async Task By_text_message_a_digit_means_one_fact_everywhere(string at, string text, string to) =>
        (await _adapter.RunAsync(Given.At(at, sms: true), Given.Text(text), Given.Now)).Record.Top()!.ToString().ShouldBe(to);

    [Theory]
    [InlineData("respond/breaths", "yes", false, "respond/recovery-position")]
    [InlineData("respond/breaths", "no", false, "respond/compressions")]
    [InlineData("respond/compressions", "yes", false, "respond/compressions")]
    [InlineData("respond/compressions", "no", false, "respond/compressions")]
    [InlineData("respond/breaths", "yes", true, "respond/breaths")]
    public async Task Once_the_dose_is_given_yes_and_no_are_about_the_breathing(string at, string text, bool sms, string to)
    {
        var given = await _adapter.RunAsync(Given.At(at, sms), Given.Text("gave the spray"), Given.Now);

        var answered = await _adapter.RunAsync(given.Record, Given.Text(text), Given.Now.AddSeconds(20));

        answered.Record.Top()!.ToString().ShouldBe(to);
        answered.Record.Has("no-kit").ShouldBeFalse("nobody was asked for a kit");
        answered.Record.Doses.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("respond/breaths", "yes", "naloxone/kind")]
    [InlineData("respond/compressions", "no", "respond/compressions")]
    public async Task Before_it_they_are_about_the_spray(string at, string text, string to) =>
        (await _adapter.RunAsync(Given.At(at), Given.Text(text), Given.Now)).Record.Top()!.ToString().ShouldBe(to);

    [Fact]
    public async Task Doses_so_far_are_those_that_are_known()
    {
        var one = await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text("gave the spray"), Given.Now);
        var two = await _adapter.RunAsync(one.Record, Given.Text("gave another dose"), Given.Now.AddSeconds(100));
        two.Record.Doses.Length.ShouldBe(2);

        var told = await _adapter.RunAsync(two.Record, Given.Text("i gave 2 sprays so far"), Given.Now.AddSeconds(140));

        told.Record.Doses.ShouldBe(two.Record.Doses);
        told.NextDue.ShouldBe(two.NextDue, "the clock goes on");
    }

    [Theory]
    [InlineData("still not breathing after the narcan", 1)]
    [InlineData("the narcan worked, hes breathing", 1)]
    [InlineData("gave another one, still not breathing", 2)]
    [InlineData("just gave narcan, still not breathing", 2)]
    public async Task A_dose_that_is_only_spoken_of_is_the_one_that_is_known(string text, int doses)
    {
        var one = await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text("gave the spray"), Given.Now);

        var told = await _adapter.RunAsync(one.Record, Given.Text(text), Given.Now.AddSeconds(110));

        told.Record.Doses.Length.ShouldBe(doses);
    }

    [Fact]
    public async Task Spoken_of_and_not_known_it_was_given()
    {
        var told = await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text("still not breathing after the narcan"), Given.Now);

        told.Record.Doses.ShouldBe([Given.Now]);
    }

    [Theory]
    [InlineData("should i do another one now?")]
    [InlineData("theres a second person on the floor")]
    [InlineData("should i start again with the pushes")]
    [InlineData("he was blue from the start")]
    public async Task What_only_sounds_like_starting_over_does_not(string text) =>
        (await _adapter.RunAsync(Given.At("respond/compressions"), Given.Text(text), Given.Now)).Record.Top()!.ToString().ShouldBe("respond/compressions");
}
