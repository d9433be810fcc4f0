namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>A text that opens the conversation, as on SMS, where nothing can be said before it.</summary>
public sealed class FirstTextTests
{
    [Theory]
    [InlineData("hes blue and wont wake up")]
    [InlineData("not breathing")]
    [InlineData("i called 911 already, he wont wake up")]
    [InlineData("hi")]
    [InlineData("asdf")]
    [InlineData("")]
    [InlineData("it was me i took too much")]
    [InlineData("i want to be ready")]
    [InlineData("my son died last year")]
    [InlineData("i want to die")]
    [InlineData("the ambulance is here")]
    public async Task Whatever_it_says_the_first_reply_says_the_number(string text)
    {
        foreach (var sms in new[] { false, true })
        {
            var replies = (await Shipped.Adapter().RunAsync(Given.Fresh(sms), Given.Text(text), Given.Now)).Outgoing;

            string.Concat(replies.Select(r => r.Text)).ShouldContain("911");
        }
    }

    [Theory]
    [InlineData("hes blue and wont wake up")]
    [InlineData("not breathing")]
    [InlineData("slow breathing and wont wake up, got a nose spray")]
    [InlineData("asdf")]
    public async Task It_is_answered_as_if_the_greeting_had_come_before(string text)
    {
        var greeted = (await Shipped.Adapter().RunAsync(Given.Fresh(sms: true), Given.Hello(), Given.Now)).Record;

        var after = await Shipped.Adapter().RunAsync(greeted, Given.Text(text), Given.Now);
        var first = await Shipped.Adapter().RunAsync(Given.Fresh(sms: true), Given.Text(text), Given.Now);

        first.Outgoing.Select(a => a.Text).ShouldBe(after.Outgoing.Select(a => a.Text));
    }
}
