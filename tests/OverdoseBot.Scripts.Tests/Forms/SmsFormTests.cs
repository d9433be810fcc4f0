using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Tests.Forms;

public sealed class SmsFormTests
{
    private static readonly CallWords Call = new("Call 911 now, on speaker.", "Call 911.", new Choice("calling", "I am calling", "calling"));

    private static readonly FrozenDictionary<string, char> Digits =
        new Dictionary<string, char> { ["calling"] = '1', ["normal"] = '5', ["none"] = '7' }.ToFrozenDictionary();

    private static readonly ImmutableArray<Choice> Looks = [new("normal", "Normal", "normal"), new("none", "None", "none")];

    [Fact]
    public void Puts_lead_call_line_aside_body_and_list_in_this_order() =>
        Compose(new Heading("If they still do not wake:", CallHeading.Full, [Told("Roll them.", joined: false)]), Say("Watch the chest."), Looks).Texts
            .ShouldBe(["If they still do not wake: Call 911 now, on speaker. Roll them. Watch the chest. Reply 5 normal, 7 none, 1 calling."]);

    [Fact]
    public void Says_nothing_in_front_when_nothing_is_to_be_said() =>
        Compose(Heading.None, Say("Watch the chest."), []).Texts.ShouldBe(["Watch the chest."]);

    [Theory]
    [InlineData(60, "Call 911 now, on speaker. {0} Reply 5 normal, 7 none, 1 calling.", true)]
    [InlineData(105, "Call 911 now, on speaker. {0} Reply 5 normal, 7 none.", false)]
    [InlineData(120, "Call 911. {0} Reply 5 normal, 7 none.", false)]
    public void Gives_up_the_calling_question_first_and_the_full_line_second(int length, string form, bool asked)
    {
        var body = new string('x', length);

        var composed = Compose(Call3(CallHeading.Full), Say(body), Looks);

        composed.Texts.ShouldBe([string.Format(System.Globalization.CultureInfo.InvariantCulture, form, body)]);
        composed.AskedCall.ShouldBe(asked);
    }

    [Fact]
    public void Takes_the_brief_words_when_nothing_else_is_left()
    {
        var wording = Say(new string('x', 150)) with { Brief = "Push." };

        Compose(Call3(CallHeading.Reminder), wording, Looks).Texts.ShouldBe(["Call 911. Push. Reply 5 normal, 7 none."]);
    }

    [Fact]
    public void Sends_an_aside_behind_when_it_does_not_fit()
    {
        var aside = Told(new string('a', 100), joined: false);

        Compose(new Heading(null, CallHeading.Reminder, [aside]), Say(new string('x', 100)), []).Texts
            .ShouldBe(["Call 911. " + new string('x', 100), new string('a', 100)]);
    }

    [Fact]
    public void Sends_an_aside_that_cannot_wait_ahead_headed_by_the_call_line()
    {
        var aside = Told(new string('a', 100), joined: false) with { Ahead = true };

        Compose(new Heading(null, CallHeading.Reminder, [aside]), Say(new string('x', 100)), []).Texts
            .ShouldBe(["Call 911. " + new string('a', 100), "Call 911. " + new string('x', 100)]);
    }

    [Fact]
    public void Never_parts_a_joined_aside_from_the_step()
    {
        var composed = Compose(
            new Heading(null, CallHeading.Reminder, [Told("Crisis help: call 988.", joined: true), Told(new string('a', 140), joined: false)]), Say("Push."), []);

        composed.Texts.ShouldBe(["Call 911. Crisis help: call 988. Push.", new string('a', 140)]);
    }

    [Fact]
    public void Numbers_several_messages_and_lists_the_answers_in_the_last()
    {
        var composed = Compose(Call3(CallHeading.Full), new Wording(["One.", "Two."], [], null), Looks);

        composed.Texts.ShouldBe(["Call 911 now, on speaker. One. (1/2)", "Two. Reply 5 normal, 7 none. (2/2)"]);
        composed.AskedCall.ShouldBeFalse();
    }

    [Fact]
    public void Does_not_list_an_answer_without_a_label_or_a_digit()
    {
        ImmutableArray<Choice> choices = [new("normal", "Normal", null), new("staying", "Staying", "staying")];

        Compose(Heading.None, Say("Stay."), choices).Texts.ShouldBe(["Stay."]);
    }

    [Fact]
    public void Lists_an_answer_once_when_the_step_asks_about_calling_itself()
    {
        ImmutableArray<Choice> choices = [new("calling", "I am calling", "calling")];

        Compose(Call3(CallHeading.Full), Say("Address first."), choices).Texts.ShouldBe(["Call 911 now, on speaker. Address first. Reply 1 calling."]);
    }

    [Fact]
    public void Says_only_the_aside_of_a_move_that_rests() =>
        Compose(new Heading(null, CallHeading.None, [Told("Do what they say.", joined: false)]), new Wording([], [], null), []).Texts
            .ShouldBe(["Do what they say."]);

    [Fact]
    public void Prefers_the_SMS_words_to_the_cards() =>
        Compose(Heading.None, new Wording(["A card."], ["A text."], null), []).Texts.ShouldBe(["A text."]);

    private static Composed Compose(Heading heading, Wording wording, ImmutableArray<Choice> choices) =>
        SmsForm.Compose(heading, Call, wording, choices, Digits, "Reply {list}.");

    private static Heading Call3(CallHeading call) => new(null, call, []);

    private static Wording Say(string text) => new([text], [], null);

    private static Told Told(string text, bool joined) => new(Say(text), joined);
}
