using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Speech;

public sealed class HandoverSentenceTests
{
    private static readonly CaseRecord _found = Given.At("respond/handover").With(["heard"], Given.Now) with { Offset = TimeSpan.Zero };

    [Fact]
    public void Says_the_times_of_two_sprays_and_since_when_breaths_were_given() =>
        Says(_found.With(["spray-before"], Given.Now).With(["breaths"], At(3)) with { Doses = [At(2), At(5)] })
            .ShouldStartWith("first spray 14:02, second 14:05, breaths since 14:03");

    [Fact]
    public void Says_one_dose_of_an_unknown_kind() => Says(_found with { Doses = [At(2)] }).ShouldStartWith("dose 14:02");

    [Fact]
    public void Counts_three_doses_and_more() => Says(_found with { Doses = [At(2), At(5), At(8)] }).ShouldStartWith("3 doses, first 14:02, last 14:08");

    [Fact]
    public void Says_that_a_dose_is_only_likely_when_none_was_told() => Says(_found.With(["device"], At(2))).ShouldStartWith("naloxone maybe 14:02");

    [Fact]
    public void Does_not_guess_beside_a_dose_that_was_told() =>
        Says(_found.With(["device"], At(2)) with { Doses = [At(4)] }).ShouldNotContain("maybe");

    [Fact]
    public void Says_times_on_the_persons_own_clock() =>
        Says(_found with { Doses = [At(2)], Offset = TimeSpan.FromHours(-5) }).ShouldStartWith("dose 09:02");

    [Theory]
    [InlineData(0, "1 min ago")]
    [InlineData(1.4, "1 min ago")]
    [InlineData(9.4, "9 min ago")]
    [InlineData(99.9, "100 min ago")]
    [InlineData(100, "2 h ago")]
    [InlineData(170, "3 h ago")]
    public void Says_how_long_ago_where_the_persons_clock_is_not_known(double minutes, string says) =>
        Says(_found with { Doses = [Given.Now], Offset = null }, Given.Now + TimeSpan.FromMinutes(minutes)).ShouldStartWith($"dose {says}, found {says}");

    [Fact]
    public void Says_it_in_Spanish_too() =>
        HandoverSentence.For(_found with { Doses = [At(2), At(5), At(8)], Offset = null }, Shipped.Library.In("es"), At(12))
            .ShouldBe("3 dosis, primera hace 10 min, última hace 4 min, encontré a la persona hace 12 min");

    [Fact]
    public void Says_when_they_were_found_when_nothing_else_is_known() => Says(_found).ShouldBe("found 14:00");

    [Fact]
    public void Leaves_out_what_one_text_cannot_carry_from_the_end()
    {
        var all = _found.With(Shipped.Library.Handover.Select(p => p.Mark), Given.Now) with { Doses = [At(2), At(5), At(8)] };

        var said = Says(all);

        said.Length.ShouldBeLessThanOrEqualTo(HandoverPart.LongestSentence);
        said.ShouldStartWith("3 ");
    }

    private static string Says(CaseRecord record, DateTimeOffset? now = null) => HandoverSentence.For(record, Shipped.Library, now ?? At(10));

    private static DateTimeOffset At(int minutes) => Given.Now + TimeSpan.FromMinutes(minutes);
}
