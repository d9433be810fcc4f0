using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.HandOff;

/// <summary>What one person writes to another is passed on whole, clean and in parts that fit.</summary>
public sealed class PersonTextTests
{
    public static TheoryData<string?, string> Cleaned => new()
    {
        { null, "" },
        { "", "" },
        { " \t\r\n ", "" },
        { "\0\u0007\u001b[31mred\u007f", "[31mred" },
        { "one\r\n\r\ntwo\u2028three", "one two three" },
        { "right\u202Eleft\u2066in\u2069\uFEFF", "rightleftin" },
        { "half \ud83d emoji", "half \uFFFD emoji" },
        { "family 👨‍👩‍👧 stays", "family 👨‍👩‍👧 stays" },
        { "está aquí, עברית, ไทย", "está aquí, עברית, ไทย" },
        { new string('x', 2_000), new string('x', 1_000) },
        { new string('x', 999) + "😀", new string('x', 999) },
    };

    [Theory]
    [MemberData(nameof(Cleaned), DisableDiscoveryEnumeration = true)] // xunit would repair half surrogates
    public void What_cannot_be_shown_is_left_out(string? text, string expected) => PersonText.Clean(text).ShouldBe(expected);

    [Theory]
    [InlineData("Hello.", "Person: Hello.")]
    [InlineData("It’s “here” – wait… 😀👍🏽", "Person: It's \"here\" - wait...")]
    [InlineData("👍", "Person: 👍")]
    [InlineData("Está aquí", "Person: Esta aqui")]
    [InlineData("Он здесь", "Person: Он здесь")]
    public void An_SMS_says_whose_words_it_is_and_stays_in_its_alphabet(string text, string expected) =>
        PersonText.Sms("Person:", text).ShouldBe([expected]);

    public static TheoryData<string> Longs => new(
        string.Join(' ', Enumerable.Repeat("push", 200)),
        new string('x', 1_000),
        string.Join(' ', Enumerable.Repeat("дыши", 200)),
        string.Concat(Enumerable.Repeat("😀", 500)),
        string.Concat(Enumerable.Repeat("[€]", 300)));

    [Theory]
    [MemberData(nameof(Longs))]
    public void Long_text_is_parts_of_one_segment_each_and_nothing_is_lost(string text)
    {
        var parts = PersonText.Sms("Person:", text);
        parts.ShouldAllBe(p => p.StartsWith("Person: ") && Gsm7.Segments(p) == 1);
        string.Concat(parts.Select(p => p["Person: ".Length..])).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_is_passed_on_without_an_error()
    {
        var random = new Random(988);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => (char)random.Next(0, 0x10000))]);
            var clean = PersonText.Clean(text);
            clean.Length.ShouldBeLessThanOrEqualTo(1_000);
            clean.ShouldNotContain(c => char.IsControl(c));
            PersonText.Sms("Person:", clean).ShouldAllBe(p => Gsm7.Segments(p) == 1);
        }
    }
}
