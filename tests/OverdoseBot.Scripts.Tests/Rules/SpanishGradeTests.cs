using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Rules;

public sealed class SpanishGradeTests
{
    [Theory]
    [InlineData("y", 1)]
    [InlineData("muy", 1)]
    [InlineData("ley", 1)]
    [InlineData("que", 1)]
    [InlineData("bien", 1)]
    [InlineData("aquí", 2)]
    [InlineData("día", 2)]
    [InlineData("leer", 2)]
    [InlineData("baúl", 2)]
    [InlineData("ahí", 2)]
    [InlineData("guía", 2)]
    [InlineData("quiere", 2)]
    [InlineData("mayor", 2)]
    [InlineData("pecho", 2)]
    [InlineData("boca", 2)]
    [InlineData("oído", 3)]
    [InlineData("ahora", 3)]
    [InlineData("rehúye", 3)]
    [InlineData("agüita", 3)]
    [InlineData("muñeca", 3)]
    [InlineData("despierta", 3)]
    [InlineData("prohibir", 2)]
    [InlineData("respiración", 4)]
    [InlineData("emergencia", 4)]
    [InlineData("naloxona", 1)]
    [InlineData("911", 1)]
    public void Counts_syllables(string word, int syllables) => SpanishGrade.Syllables(word).ShouldBe(syllables);

    [Fact]
    public void Follows_the_published_formula()
    {
        // 5 words, 1 sentence, 9 syllables: 20 sentences and 180 syllables in 100 words.
        SpanishGrade.Of("Mire el pecho diez segundos.").Grade.ShouldBe(-0.205 * 20 + 0.049 * 180 - 3.407, 0.001);

        // 6 words, 2 sentences, 11 syllables; the number is one word of one syllable.
        var (grade, words) = SpanishGrade.Of("Llame al {emergency}. ¿Respira bien ahora?");
        words.ShouldBe(6);
        grade.ShouldBe(-0.205 * 200 / 6 + 0.049 * 1100 / 6 - 3.407, 0.001);
    }

    [Fact]
    public void Nothing_has_no_grade() => SpanishGrade.Of("").ShouldBe((0, 0));
}
