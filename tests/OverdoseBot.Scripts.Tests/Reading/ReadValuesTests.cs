namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>What the YAML of the shipped dialogs becomes.</summary>
public sealed class ReadValuesTests
{
    private static readonly Library Library = ScriptLibrary.Read(Shipped.Dialogs).Library!;

    [Fact]
    public void Steps_keep_the_order_of_the_page()
    {
        var steps = Library.Scripts["respond"].Steps;

        steps.Select(s => s.Place.Step).Take(5).ShouldBe(["start", "call", "wake", "breathing", "breaths"]);
        steps.Select(s => s.Index).ShouldBe(Enumerable.Range(0, steps.Length));
    }

    [Theory]
    [InlineData("respond", "start", "respond/start")]
    [InlineData("respond", "not-waking", null)]
    public void Steps_are_found_by_name(string dialog, string step, string? found) =>
        Library.Find(new Place(dialog, step))?.Place.ToString().ShouldBe(found);

    [Fact]
    public void Targets_become_moves()
    {
        var start = Step("respond/start");
        Move(start, "planning").ShouldBe((MoveKind.Step, "prepare/start", null, null));
        Move(start, "cannot-call").ShouldBe((MoveKind.Step, "respond/wake", null, "cannot-call"));
        Move(Step("respond/breaths"), "nasal").ShouldBe((MoveKind.Do, "naloxone/kind", "respond/breaths", null));
        Move(Step("naloxone/spray"), "dose-given").ShouldBe((MoveKind.End, null, null, null));
        Move(Step("naloxone/spray"), "unclear").ShouldBe((MoveKind.Stay, null, null, null));
        Move(Step("kit/date"), "date-past").ShouldBe((MoveKind.Step, "kit/keep", null, "kit-old"));
        Move(Step("after/start"), "unclear").ShouldBe((MoveKind.Rest, null, null, "now-or-talk"));
        Library.Scripts["respond"].Always.Single(a => a.Word == "correction").Move.Kind.ShouldBe(MoveKind.Back);
        Library.Scripts["respond"].Always.Single(a => a.Word == "human").Move.Offers.ShouldBeTrue();
    }

    [Fact]
    public void A_label_serves_both_forms_or_names_each()
    {
        var breathing = Step("respond/breathing").Choices;

        breathing.Select(c => (c.Answer, c.Web, c.Sms)).ShouldBe(
        [
            ("normal", "Normal", "normal"), ("slow", "Slow or snoring, but real breaths", "slow or snoring"),
            ("none", "None, or a gasp now and then", "none or gasps"), ("unclear", "Not sure", "unsure"),
        ]);
        Step("naloxone/kind").Choices.ShouldAllBe(c => c.Sms == null);
    }

    [Fact]
    public void Aliases_are_followed() =>
        Step("respond/breaths").SayWhen.Single(v => v.When == "no-kit").Choices!.Value.Select(c => c.Answer).ShouldBe(["normal", "none", "woke"]);

    [Fact]
    public void Times_are_read()
    {
        var silence = Step("respond/breathing").Silence!;
        silence.Web.ShouldBe(TimeSpan.FromSeconds(30));
        silence.Sms.ShouldBe(TimeSpan.FromSeconds(90));
        Library.Case.NewAfter.ShouldBe(TimeSpan.FromHours(6));
        var alarm = Library.Scripts["respond"].Alarms.Single();
        (alarm.Name, alarm.At, alarm.Apart, alarm.Step.ToString()).ShouldBe(("re-dose", TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(90), "respond/re-check"));
        alarm.Until.Select(u => u.ToString()).ShouldContain("after/start");
    }

    [Fact]
    public void Silence_none_is_no_silence() => Step("respond/compressions").Silence.ShouldBeNull();

    [Fact]
    public void Everything_knows_where_it_is_written()
    {
        var lines = File.ReadAllLines(Path.Combine(Shipped.Dialogs, "respond", "respond.yaml"));
        foreach (var step in Library.Scripts["respond"].Steps)
        {
            lines[step.Spot.Line - 1][(step.Spot.Column - 1)..].ShouldStartWith($"{step.Place.Step}:");
            foreach (var answer in step.Answers)
            {
                lines[answer.Spot!.Line - 1][(answer.Spot.Column - 1)..].ShouldStartWith($"{answer.Word}:");
            }
        }
    }

    [Fact]
    public void The_step_names_that_others_count_on_are_there()
    {
        string[] promised =
        [
            "respond/start", "respond/call", "respond/wake", "respond/breathing", "naloxone/kind", "respond/breaths", "respond/compressions",
            "respond/re-check", "respond/recovery-position", "respond/awake", "respond/handover",
        ];
        promised.Where(p => Library.Find(Place.Parse(p)) is null).ShouldBeEmpty();
    }

    private static Step Step(string place) => Library.Find(Place.Parse(place))!;

    private static (MoveKind Kind, string? To, string? Then, string? Tell) Move(Step step, string word)
    {
        var move = step.Answers.Single(a => a.Word == word).Move;
        return (move.Kind, move.To?.ToString(), move.Then?.ToString(), move.Tell);
    }
}
