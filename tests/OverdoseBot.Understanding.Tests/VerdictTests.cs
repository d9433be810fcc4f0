namespace OverdoseBot.Understanding.Tests;

/// <summary>A label with its mark, and a question of the writer's own with its answer behind it.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("awake ❌", "en", "not-waking")]
    [InlineData("awake: no", "en", "not-waking")]
    [InlineData("awake? no", "en", "not-waking")]
    [InlineData("is he breathing? no", "en", "stopped-breathing")]
    [InlineData("breathing: no", "en", "stopped-breathing")]
    [InlineData("called? no", "en", "not-called")]
    [InlineData("breathing? yes", "en", "breathing-now")]
    [InlineData("awake? yes", "en", "woke")]
    [InlineData("despierto: no", "es", "not-waking")]
    [InlineData("¿respira? no", "es", "stopped-breathing")]
    [InlineData("¿respira? sí", "es", "breathing-now")]
    public void SaysItAndAnswersNothingElse(string text, string language, string heard) => Read(text, language, "respond/compressions").Heard.ShouldBe([heard]);

    [Theory]
    [InlineData("hes awake. no", "woke")]
    [InlineData("gasping? no", "stopped-breathing")]
    public void IsNoneBehindWhatIsSaidOrIsNoGoodNews(string text, string heard) => Read(text, "en", "respond/compressions").Heard.ShouldContain(heard);

    [Fact]
    public void LeavesAnAnswerThatIsBadNews() => Read("is she breathing? no", "en", "respond/wake").Answer.ShouldBe("not-waking");

    private static Reading Read(string text, string language, string step) => Home.Both.Read(text, Steps.At(step), language);
}
