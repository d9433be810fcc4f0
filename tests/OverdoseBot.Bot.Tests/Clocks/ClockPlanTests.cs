namespace OverdoseBot.Bot.Tests.Clocks;

public sealed class ClockPlanTests
{
    [Theory]
    [InlineData("respond/wake", false, 30)]
    [InlineData("respond/wake", true, 60)]
    [InlineData("respond/breathing", false, 30)]
    [InlineData("respond/breathing", true, 90)]
    [InlineData("respond/call", false, 30)]
    [InlineData("respond/call", true, 90)]
    public void Silence_rings_where_it_counts_as_an_answer(string at, bool sms, int seconds) =>
        Due(Given.At(at, sms), AlarmKind.Silence).ShouldBe(Seconds(seconds));

    [Theory]
    [InlineData("respond/compressions")]
    [InlineData("respond/breaths")]
    [InlineData("respond/re-check")]
    [InlineData("respond/recovery-position")]
    [InlineData("respond/awake")]
    [InlineData("naloxone/spray")]
    public void Silence_never_rings_where_hands_are_busy_or_they_breathe(string at) => Due(Given.At(at), AlarmKind.Silence).ShouldBeNull();

    [Theory]
    [InlineData("respond/breathing")]
    [InlineData("respond/compressions")]
    [InlineData("respond/start")]
    public void Nothing_rings_before_the_first_word(string at) => Set(Given.At(at) with { LastHeard = null }).Alarms.ShouldBeEmpty();

    [Theory]
    [InlineData("prepare/start")]
    [InlineData("after/start")]
    public void Nothing_rings_while_getting_ready_or_afterwards(string at) => Set(Given.At(at)).Alarms.ShouldBeEmpty();

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 10)]
    [InlineData(4, 20)]
    public void Prompts_fade(int sent, int minutes) =>
        Due(Given.At("respond/compressions") with { PromptsSent = sent }, AlarmKind.Prompt).ShouldBe(Seconds(60 * minutes));

    [Fact]
    public void After_the_last_prompt_only_the_ending_rings() =>
        Set(Given.At("respond/compressions") with { PromptsSent = 5 }).Alarms.Select(a => a.Kind).ShouldBe([AlarmKind.End]);

    [Fact]
    public void The_ending_rings_an_hour_after_the_last_word() => Due(Given.At("respond/breathing"), AlarmKind.End).ShouldBe(Seconds(3600));

    [Fact]
    public void After_the_ending_nothing_rings() => Set(Given.At("respond/compressions") with { Ended = true }).Alarms.ShouldBeEmpty();

    [Fact]
    public void The_dose_clock_rings_two_minutes_after_the_latest_dose() =>
        Due(Given.At("respond/compressions") with { Doses = [Given.Now - TimeSpan.FromMinutes(9), Given.Now] }, AlarmKind.Clock).ShouldBe(Seconds(120));

    [Fact]
    public void A_dose_given_long_ago_rings_at_once() =>
        Due(Given.At("respond/compressions") with { Doses = [Given.Now - TimeSpan.FromMinutes(5)] }, AlarmKind.Clock).ShouldBe(Seconds(0) + TimeSpan.FromMilliseconds(1));

    [Fact]
    public void Unsaid_the_dose_clock_counts_from_the_last_device_message() =>
        Due(Given.At("naloxone/spray").With(["device"], Given.Now), AlarmKind.Clock).ShouldBe(Seconds(120));

    [Fact]
    public void A_dose_clock_that_rang_does_not_ring_again_for_the_same_dose()
    {
        var dosed = Given.At("respond/re-check") with { Doses = [Given.Now] };

        Due(dosed with { Rung = dosed.Rung.SetItem("re-dose", Given.Now) }, AlarmKind.Clock).ShouldBeNull();
        Due(dosed with { Rung = dosed.Rung.SetItem("re-dose", Given.Now - TimeSpan.FromSeconds(1)) }, AlarmKind.Clock).ShouldBe(Seconds(120));
    }

    [Fact]
    public void Two_looks_are_at_least_ninety_seconds_apart() =>
        Due(Given.At("respond/compressions") with { Doses = [Given.Now], LastLook = Given.Now + TimeSpan.FromSeconds(60) }, AlarmKind.Clock).ShouldBe(Seconds(150));

    [Fact]
    public void While_the_dose_clock_runs_the_step_does_not_prompt() =>
        Due(Given.At("respond/compressions") with { Doses = [Given.Now] }, AlarmKind.Prompt).ShouldBeNull();

    [Fact]
    public void The_dose_clock_ends_for_good_when_they_are_awake()
    {
        var awake = Set(Given.At("respond/awake") with { Doses = [Given.Now] });

        awake.Alarms.ShouldNotContain(a => a.Kind == AlarmKind.Clock);
        Due(awake with { Stack = Given.At("respond/compressions").Stack }, AlarmKind.Clock).ShouldBeNull();
    }

    [Fact]
    public void With_the_dispatcher_leading_only_the_dose_clock_speaks()
    {
        var led = Given.At("respond/breathing").With(["dispatcher-leading"], Given.Now) with { Doses = [Given.Now] };

        Set(led).Alarms.Select(a => a.Kind).ShouldBe([AlarmKind.Clock, AlarmKind.End]);
    }

    [Fact]
    public void The_dose_clock_runs_on_inside_the_naloxone_dialog() =>
        Due(Given.At("naloxone/kind") with { Doses = [Given.Now] }, AlarmKind.Clock).ShouldBe(Seconds(120));

    [Fact]
    public void Clocks_stand_in_the_order_they_ring()
    {
        var due = Set(Given.At("respond/breathing") with { Doses = [Given.Now - TimeSpan.FromMinutes(1)] }).Alarms.Select(a => a.Due).ToList();

        due.Count.ShouldBe(3);
        due.ShouldBe(due.Order());
    }

    [Theory]
    [InlineData(5, 65)]
    [InlineData(29, 89)]
    public void A_tap_on_the_call_button_holds_silence_for_a_minute(int tapped, int rings) =>
        Hold(Set(Given.At("respond/wake")), tapped).Alarms.Single(a => a.Kind == AlarmKind.Silence).Due.ShouldBe(Seconds(rings));

    [Fact]
    public void A_tap_never_lets_silence_ring_sooner() =>
        Hold(Set(Given.At("respond/wake", sms: true) with { SilentSince = Seconds(50) }), 20).Alarms.Single(a => a.Kind == AlarmKind.Silence).Due.ShouldBe(Seconds(110));

    [Fact]
    public void A_tap_is_an_act_and_starts_the_silence_clock() =>
        Hold(Set(Given.At("respond/wake") with { LastHeard = null }), 5).Alarms.Select(a => (a.Kind, a.Due)).ShouldBe([(AlarmKind.Silence, Seconds(65)), (AlarmKind.End, Seconds(3605))]);

    [Theory]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(130)]
    public void A_tap_puts_off_neither_a_look_nor_the_next_dose(int tapped)
    {
        var look = Set(Given.At("respond/compressions"));
        var dose = Set(Given.At("respond/compressions") with { Doses = [Given.Now] });
        var latest = Seconds(Math.Max(tapped, 120)) + TimeSpan.FromMilliseconds(1);

        Hold(look, tapped).Alarms.Single(a => a.Kind == AlarmKind.Prompt).Due.ShouldBe(Seconds(120));
        Hold(dose, tapped).Alarms.Single(a => a.Kind == AlarmKind.Clock).Due.ShouldBeInRange(Seconds(120), latest);
    }

    [Fact]
    public void A_tap_after_the_end_or_in_an_old_case_changes_nothing()
    {
        var ended = Set(Given.At("respond/wake") with { Ended = true });
        var old = Set(Given.At("after/start"));

        Hold(ended, 5).ShouldBeSameAs(ended);
        Hold(old, (int)Shipped.Library.Case.NewAfter.TotalSeconds).ShouldBeSameAs(old);
        Hold(Given.Fresh(), 5).Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void A_tap_at_a_step_that_is_gone_loses_no_clock()
    {
        var gone = Set(Given.At("respond/compressions") with { Doses = [Given.Now] }) with { Stack = [new Frame("respond", "gone", null)] };

        Hold(gone, 5).ShouldBeSameAs(gone);
    }

    private static CaseRecord Hold(CaseRecord record, int tapped) => ClockPlan.Hold(record, Shipped.Library, Seconds(tapped));

    private static CaseRecord Set(CaseRecord record) => ClockPlan.Set(record, Shipped.Library, Given.Now);

    private static DateTimeOffset? Due(CaseRecord record, AlarmKind kind) => Set(record).Alarms.SingleOrDefault(a => a.Kind == kind)?.Due;

    private static DateTimeOffset Seconds(int seconds) => Given.Now + TimeSpan.FromSeconds(seconds);
}
