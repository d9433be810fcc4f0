namespace OverdoseBot.Understanding.Tests;

/// <summary>A yes that would be news of breath or waking, and words with it that are about something else: they may be why it was no yes.</summary>
public sealed class YesAndMoreTests
{
    [Theory]
    [InlineData("yes still not")]
    [InlineData("yes nothing")]
    [InlineData("yes both")]
    [InlineData("yes 911")]
    [InlineData("yes other nostril")]
    [InlineData("yes hes still down")]
    [InlineData("yes chest pain")]
    [InlineData("si las dos")]
    [InlineData("si 911")]
    [InlineData("si empujando")]
    public void IsNoGoodNews(string text)
    {
        foreach (var (step, calm) in (ReadOnlySpan<(string, string)>)[("respond/breathing", "normal"), ("respond/recovery-position", "normal"), ("respond/wake", "woke")])
        {
            var reading = Home.Both.Read(text, Steps.At(step), "en");
            reading.Heard.Append(reading.Answer).ShouldNotContain(word => word == calm || word == "breathing-now", $"{step}: {string.Join("; ", reading.Why)}");
        }
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("yes he is")]
    [InlineData("yes thank god")]
    [InlineData("yes hes breathing normally")]
    [InlineData("yes definitely")]
    [InlineData("YES YES YES")]
    [InlineData("si ya respira bien")]
    public void IsGoodNewsBySoMuch(string text) => Home.Both.Read(text, Steps.At("respond/breathing"), "en").Answer.ShouldBe("normal");

    [Theory]
    [InlineData("no shes not waking")]
    [InlineData("no i called 911")]
    public void ANoThatRunsOnIntoOtherNewsSaysNothingOfTheKit(string text) => At("respond/compressions", text).Heard.ShouldNotContain("no-kit");

    [Theory]
    [InlineData("no")]
    [InlineData("no, shes not waking")]
    [InlineData("no spray")]
    public void ANoByItselfDoes(string text) => At("respond/compressions", text).Heard.ShouldContain("no-kit");

    [Theory]
    [InlineData("no change")]
    [InlineData("no better")]
    [InlineData("no chest pain")]
    public void NorIsANoThatWouldBeGoodNews(string text) => At("respond/unwell", text).Heard.ShouldNotContain("breathing-now");

    [Fact]
    public void ADecimalIsNoNumberOfDoses() => At("respond/compressions", "gave 0.4 mg narcan").Dose?.Count.ShouldBe(1);

    private static Reading At(string step, string text) => Home.Both.Read(text, Dialogs.At(step), "en");
}
