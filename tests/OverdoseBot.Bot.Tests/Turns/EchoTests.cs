using System.Text;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>The same message again is known by a sign that tells nothing of the text.</summary>
public sealed class EchoTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_words_are_counted_however_they_are_written()
    {
        var record = Heard(Case(_start), "Please help him", _start);

        record.Echo!.Times.ShouldBe(0);
        Heard(record, "PLEASE, help him!!", After(20)).Echo!.Times.ShouldBe(1);
        Heard(Heard(record, "please help him", After(20)), "please help him", After(40)).Echo!.Times.ShouldBe(2);
        Heard(record, "please help her", After(20)).Echo!.Times.ShouldBe(0);
    }

    [Fact]
    public void After_two_minutes_the_same_words_are_said_for_the_first_time()
    {
        var record = Heard(Case(_start), "not breathing", _start);

        Heard(record, "not breathing", After(120)).Echo!.Times.ShouldBe(1);
        Heard(record, "not breathing", After(121)).Echo!.Times.ShouldBe(0);
    }

    [Fact]
    public void Nothing_to_read_has_no_sign()
    {
        Echo.Of(Case(_start), null, _start).ShouldBeNull();
        Echo.Of(Case(_start), "?!", _start).ShouldBeNull();
    }

    [Fact]
    public void The_record_holds_no_word_of_the_text_and_another_case_has_another_sign()
    {
        var record = Heard(Case(_start), "my brother pedro took blues", _start);
        var other = Heard(Case(After(1)), "my brother pedro took blues", After(1));

        record.Echo!.Sign.ShouldBeInRange(0, ushort.MaxValue);
        other.Echo!.Sign.ShouldNotBe(record.Echo.Sign);
        var kept = Encoding.UTF8.GetString(RecordJson.Write(record));
        foreach (var word in new[] { "brother", "pedro", "blues" })
        {
            kept.ShouldNotContain(word);
        }
    }

    [Fact]
    public void A_new_case_has_heard_nothing() => Heard(Case(_start), "please help him", _start).NewCase().Echo.ShouldBeNull();

    private static DateTimeOffset After(int seconds) => _start + TimeSpan.FromSeconds(seconds);

    private static CaseRecord Case(DateTimeOffset heard) => new CaseRecord { Region = "us", Language = "en" }.With(["heard"], heard);

    private static CaseRecord Heard(CaseRecord record, string text, DateTimeOffset now) => record with { Echo = Echo.Of(record, text, now) };
}
