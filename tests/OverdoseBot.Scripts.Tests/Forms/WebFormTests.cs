using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Tests.Forms;

public sealed class WebFormTests
{
    private static readonly CallWords Call = new("Call 911 now, on speaker.", "Call 911.", new Choice("calling", "I am calling", "calling"));
    private static readonly ImmutableArray<Choice> Looks = [new("normal", "Normal", null)];

    [Fact]
    public void Puts_lead_call_line_and_asides_in_front_of_the_first_card()
    {
        var heading = new Heading("If they still do not wake:", CallHeading.Reminder, [new Told(new Wording(["Roll them."], [], null), false)]);

        WebForm.Compose(heading, Call, new Wording(["Watch the chest.", "Then tell me."], [], null), Looks).Texts
            .ShouldBe(["If they still do not wake: Call 911. Roll them. Watch the chest.", "Then tell me."]);
    }

    [Fact]
    public void Shows_the_calling_question_as_one_more_button()
    {
        var composed = WebForm.Compose(new Heading(null, CallHeading.Full, []), Call, new Wording(["Watch the chest."], [], null), Looks);

        composed.Choices.Select(c => c.Answer).ShouldBe(["normal", "calling"]);
        composed.AskedCall.ShouldBeTrue();
    }

    [Fact]
    public void Asks_no_more_once_the_question_is_used_up()
    {
        var composed = WebForm.Compose(new Heading(null, CallHeading.Full, []), Call with { Ask = null }, new Wording(["Watch the chest."], [], null), Looks);

        composed.Choices.ShouldBe(Looks);
        composed.AskedCall.ShouldBeFalse();
    }

    [Fact]
    public void Says_only_the_front_of_a_move_that_rests() =>
        WebForm.Compose(new Heading(null, CallHeading.None, [new Told(new Wording(["Do what they say."], [], null), false)]), Call, new Wording([], [], null), []).Texts
            .ShouldBe(["Do what they say."]);
}
