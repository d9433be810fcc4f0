using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Hearing;

/// <summary>The order in which a message is heard: bad news, the step's answers, other facts, a question, unclear.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData("respond/wake", "woke")]
    [InlineData("respond/breathing", "normal")]
    [InlineData("respond/awake", "staying")]
    [InlineData("respond/handover", "taken-over")]
    [InlineData("naloxone/spray", "dose-given")]
    [InlineData("prepare/start", "kit-here")]
    [InlineData("after/start", "human")]
    public void Bad_news_beats_the_steps_own_answer(string at, string answer) =>
        Decide(at, answer, "stopped-breathing").To!.ToString().ShouldBe("respond/compressions");

    [Fact]
    public void The_steps_own_answer_beats_other_facts() =>
        Decide("respond/breathing", "slow", "crew-here").To!.ToString().ShouldBe("respond/breaths");

    [Fact]
    public void Another_fact_moves_when_the_step_has_no_answer_in_the_message() =>
        Decide("respond/compressions", null, "crew-here").To!.ToString().ShouldBe("respond/handover");

    [Fact]
    public void The_response_is_heard_inside_the_naloxone_dialog() =>
        Decide("naloxone/spray", null, "crew-here").To!.ToString().ShouldBe("respond/handover");

    [Fact]
    public void Asides_of_all_facts_are_told_whatever_the_move_is()
    {
        var turn = Given.Read(Given.At("respond/breathing"), "slow", "vomiting", "pregnant", "aed-here");

        Decision.For(turn, Shipped.Step("respond/breathing")).To!.Step.ShouldBe("breaths");

        turn.Asides.Select(a => a.Name).ShouldBe(["vomiting", "aed", "pregnant"], ignoreOrder: true);
    }

    [Fact]
    public void Self_harm_joins_the_reply_to_the_answer()
    {
        var turn = Given.Read(Given.At("respond/wake"), "not-waking", "self-harm");

        Decision.For(turn, Shipped.Step("respond/wake")).To!.Step.ShouldBe("breathing");

        turn.Asides.Select(a => a.Name).ShouldBe(["crisis-line"]);
    }

    [Fact]
    public void Not_sure_counts_as_the_worse_answer_although_a_fact_came_with_it() =>
        Decide("respond/breathing", "unclear", "kit-here").To!.Step.ShouldBe("compressions");

    [Theory]
    [InlineData("respond/wake", "breathing")]
    [InlineData("respond/breathing", "compressions")]
    public void What_cannot_be_read_is_the_worse_answer(string at, string to) => Decide(at, null).To!.Step.ShouldBe(to);

    [Fact]
    public void What_cannot_be_read_at_the_breaths_tells_what_to_look_for()
    {
        var turn = Given.Read(Given.At("respond/breaths"), null);

        Decision.For(turn, Shipped.Step("respond/breaths")).Kind.ShouldBe(MoveKind.Rest);

        turn.Asides.Select(a => a.Name).ShouldBe(["breaths-look"]);
        Decide("respond/breaths", "unclear").To!.Step.ShouldBe("compressions");
    }

    [Fact]
    public void What_rests_where_it_is_holds_no_crew_back() => Decide("respond/awake", "unwell", "crew-here").To!.Step.ShouldBe("handover");

    [Theory]
    [InlineData("respond/compressions")]
    [InlineData("respond/re-check")]
    [InlineData("respond/recovery-position")]
    [InlineData("naloxone/spray")]
    public void What_cannot_be_read_changes_no_step_where_hands_are_busy_or_they_breathe(string at) => Decide(at, null).Kind.ShouldBe(MoveKind.Stay);

    [Fact]
    public void How_says_the_one_line_of_the_step_and_is_never_unclear()
    {
        var turn = Given.Read(Given.At("respond/breathing"), null, "how");

        Decision.For(turn, Shipped.Step("respond/breathing")).Kind.ShouldBe(MoveKind.Stay);

        turn.Words!.Say.ShouldBe([Shipped.Step("respond/breathing").How!]);
    }

    [Fact]
    public void An_acknowledgement_keeps_the_step_and_says_its_own_words()
    {
        var turn = Given.Read(Given.At("respond/breathing"), null, "wait");

        Decision.For(turn, Shipped.Step("respond/breathing")).Kind.ShouldBe(MoveKind.Stay);
        turn.Words.ShouldBeNull();
    }

    [Fact]
    public void A_known_fact_skips_its_question() =>
        Decision.Known(Given.Read(Given.At("respond/wake"), null, "not-waking"), Shipped.Step("respond/wake"))!.To!.Step.ShouldBe("breathing");

    [Fact]
    public void Without_the_fact_the_question_is_asked() =>
        Decision.Known(Given.Read(Given.At("respond/wake"), null, "kit-here"), Shipped.Step("respond/wake")).ShouldBeNull();

    [Fact]
    public void Every_step_of_every_script_has_a_move_for_every_word_it_can_hear()
    {
        var words = Shipped.Library.Scripts.Values.SelectMany(s => s.First.Concat(s.Always).Concat(s.Steps.SelectMany(x => x.Answers)))
            .Select(a => a.Word).Distinct(StringComparer.Ordinal).ToList();
        foreach (var step in Shipped.Library.Scripts.Values.SelectMany(s => s.Steps))
        {
            foreach (var word in words)
            {
                Decision.For(Given.Read(Given.At(step.Place.ToString()), word, word), step).ShouldNotBeNull($"{step.Place} {word}");
            }
        }
    }

    private static Move Decide(string at, string? answer, params string[] heard) =>
        Decision.For(Given.Read(Given.At(at), answer, heard), Shipped.Step(at));
}
