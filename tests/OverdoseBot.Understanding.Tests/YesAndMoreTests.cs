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
}
