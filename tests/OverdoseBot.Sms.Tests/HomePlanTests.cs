using OverdoseBot.Bot;

namespace OverdoseBot.Sms.Tests;

/// <summary>The household plan by text: asked one thing at a time, sent back whole, and then nowhere.</summary>
public sealed class HomePlanTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private static readonly string[] _answers =
    [
        "Mum and Zelda at night", "Zelda calls them", "Quentin gives the spray", "Walter at the gate", "12 Blue Street, code 4711", "top kitchen drawer",
        "methadone sixty and gabapentin", "Aunt Rosalind 555 0134", "talk softly, no crowd",
    ];

    private static readonly string[] _kept = ["Zelda", "Quentin", "Walter", "Blue Street", "code 4711", "kitchen drawer", "methadone sixty", "Rosalind", "talk softly"];

    [Fact]
    public async Task It_is_sent_back_in_texts_of_one_segment_and_ten_minutes_later_no_answer_is_in_the_database()
    {
        await using var night = await Night.StartAsync();
        var sent = await FillInAsync(night, _answers);

        foreach (var answer in _answers)
        {
            sent.ShouldContain(t => t.EndsWith(answer, StringComparison.Ordinal), answer);
        }

        sent.ShouldAllBe(t => Scripts.Gsm7.Septets(t) <= 160);
        sent.ShouldContain(t => t.StartsWith("Address: 12 Blue Street", StringComparison.Ordinal));
        (await night.Server.RecordAsync(night.Me)).Plan.ShouldNotBeNull().Answers.ShouldBeEmpty();
        (await HeldAsync(night)).ShouldBe(_kept, "so that a text delivered twice gets its plan again");

        (await night.UntilSentAsync(11 * _minute, _minute)).ShouldBeNull();
        (await HeldAsync(night)).ShouldBeEmpty();
        (await night.Server.RecordAsync(night.Me)).Plan.ShouldBeNull();
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBeGreaterThan(10, "the turns themselves are still counted");
        night.Server.Log.ShouldNotContain("Zelda");
    }

    [Fact]
    public async Task It_is_gone_with_the_next_text_too()
    {
        await using var night = await Night.StartAsync();
        await FillInAsync(night, _answers);

        (await night.Me.TextAsync("facts")).Text.ShouldContain("TRUE or FALSE");

        (await HeldAsync(night)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_left_for_an_emergency_is_gone_in_the_same_reply()
    {
        await using var night = await Night.StartAsync();
        await BeginAsync(night);
        foreach (var answer in _answers[..5])
        {
            await night.Me.TextAsync(answer);
        }

        var reply = await night.Me.TextAsync("oh god he is not breathing");

        reply.Text.ShouldContain("Call 911");
        reply.Text.ShouldContain("push hard", Case.Insensitive);
        (await HeldAsync(night)).ShouldBeEmpty();
        (await night.Server.RecordAsync(night.Me)).Alarms.ShouldNotContain(a => a.Kind == AlarmKind.Forget);
    }

    [Fact]
    public async Task One_that_nobody_goes_on_with_is_gone_after_an_hour_and_can_be_begun_anew()
    {
        await using var night = await Night.StartAsync();
        await BeginAsync(night);
        await night.Me.TextAsync(_answers[0]);
        await night.Me.TextAsync(_answers[1]);

        (await night.UntilSentAsync(61 * _minute, _minute)).ShouldBeNull();

        (await HeldAsync(night)).ShouldBeEmpty();
        (await night.Server.RecordAsync(night.Me)).Stack[0].ShouldBe(new Frame("plan", "start", null));
        (await night.Me.TextAsync("go")).Text.ShouldContain("1 of 9");
    }

    [Fact]
    public async Task STOP_in_the_middle_forgets_it()
    {
        await using var night = await Night.StartAsync();
        await BeginAsync(night);
        await night.Me.TextAsync(_answers[0]);
        await night.Me.TextAsync("STOP");

        (await HeldAsync(night)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_is_delivered_twice_gets_the_plan_again()
    {
        await using var night = await Night.StartAsync();
        await BeginAsync(night);
        foreach (var answer in _answers[..^1])
        {
            await night.Me.TextAsync(answer);
        }

        var sid = Texter.Sid();
        var first = await night.Me.TextAsync(_answers[^1], ("MessageSid", sid), ("SmsSid", sid), ("SmsMessageSid", sid));
        var again = await night.Me.TextAsync(_answers[^1], ("MessageSid", sid), ("SmsSid", sid), ("SmsMessageSid", sid));

        again.Text.ShouldBe(first.Text);
    }

    private static async Task BeginAsync(Night night)
    {
        await night.Me.TextAsync("i want to be ready");
        (await night.Me.TextAsync("plan")).Text.ShouldContain("Text GO or SKIP");
        (await night.Me.TextAsync("go")).Text.ShouldContain("1 of 9");
    }

    private static async Task<IReadOnlyList<string>> FillInAsync(Night night, string[] answers)
    {
        await BeginAsync(night);
        IReadOnlyList<string> sent = [];
        foreach (var answer in answers)
        {
            sent = (await night.Me.TextAsync(answer)).Texts;
        }

        return sent;
    }

    private static async Task<string[]> HeldAsync(Night night)
    {
        var files = await night.Server.FilesAsync();
        return [.. _kept.Where(k => files.Contains(k, StringComparison.Ordinal))];
    }
}
