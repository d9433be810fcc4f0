using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Rules;

public sealed class ReadingGradeTests
{
    [Theory]
    [InlineData("push", 1)]
    [InlineData("breathe", 1)]
    [InlineData("waking", 2)]
    [InlineData("needle", 2)]
    [InlineData("doses", 2)]
    [InlineData("staying", 2)]
    [InlineData("vial", 2)]
    [InlineData("used", 1)]
    [InlineData("needed", 2)]
    [InlineData("emergency", 4)]
    [InlineData("naloxone", 1)]
    [InlineData("911", 1)]
    public void Counts_syllables(string word, int syllables) => ReadingGrade.Syllables(word).ShouldBe(syllables);

    [Fact]
    public void Follows_the_published_formula()
    {
        // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
        ReadingGrade.Of("The cat sat on the mat.").Grade.ShouldBe(-1.45, 0.001);

        // 12 words, 2 sentences, 17 syllables.
        ReadingGrade.Of("Watch the chest for 10 seconds. Then give the next dose again.").Grade.ShouldBe(0.39 * 6 + 11.8 * 14 / 12 - 15.59, 0.001);
    }

    [Theory]
    [InlineData("No real breath in 10 sec: text 7.", "7")]
    [InlineData("Reply 5 for 5 or more, 6 fewer, 7 none.", "567")]
    [InlineData("Reply 3 awake, 4 not waking, 6 slow breaths, 7 not breathing.", "3467")]
    [InlineData("Reply 5 normal or 7 none. Push 2 a second.", "57")]
    [InlineData("Give 2 breaths, then 1 every 5 sec.", "")]
    public void Finds_the_digits_that_a_text_asks_for(string text, string digits) =>
        string.Concat(WrittenDigitsAreUnderstood.Asked(text, EnglishWords.All)).ShouldBe(digits);
}
