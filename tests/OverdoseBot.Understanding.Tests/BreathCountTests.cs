namespace OverdoseBot.Understanding.Tests;

/// <summary>Where breaths are counted for half a minute, a number alone tells how they are.</summary>
public sealed class BreathCountTests
{
    [Theory]
    [InlineData("counted 7 in the 30", "normal")]
    [InlineData("8 in 30", "normal")]
    [InlineData("ten easy", "normal")]
    [InlineData("6 or 7", "normal")]
    [InlineData("at least 6", "normal")]
    [InlineData("4 or 5", "slow")]
    [InlineData("about three", "slow")]
    [InlineData("less than five hun", "slow")]
    [InlineData("not even 4", "slow")]
    [InlineData("only 3 breaths now", "slow")]
    [InlineData("four", "slow")]
    [InlineData("zero", "none")]
    [InlineData("maybe 6", "unclear")]
    [InlineData("5ish? lost count", "unclear")]
    public void IsReadWhereItIsAsked(string text, string answer) => (At("respond/recovery-position", text).Answer ?? "unclear").ShouldBe(answer);

    [Theory]
    [InlineData("respond/recovery-position", "7 minutes ago")]
    [InlineData("respond/recovery-position", "we gave 2 sprays")]
    [InlineData("respond/wake", "about three")]
    public void IsNoOtherNumber(string at, string text) => At(at, text).Heard.ShouldNotContain("breathing-now");

    [Fact]
    public void ADigitAloneKeepsItsOneMeaning() => At("respond/recovery-position", "6").Heard.ShouldBe(["slow"]);

    [Theory]
    [InlineData("911 guy said give a breath every 5 seconds")]
    [InlineData("im giving one breath every 5 seconds")]
    public void TheBreathsThatAreGivenAreNotTheirs(string text) => At("respond/breaths", text).Answer.ShouldBeNull();

    private static Reading At(string at, string text) => Home.Reader.Read(text, Dialogs.Question(at));
}
