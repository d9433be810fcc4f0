namespace OverdoseBot.Understanding.Tests;

/// <summary>What counts only where nothing else is said.</summary>
public sealed class GuessTests
{
    [Theory]
    [InlineData("the ambulance is on its way", "happening")]
    [InlineData("i called 911 already", "happening")]
    [InlineData("my cousin is in there with his head on the sink", "happening")]
    [InlineData("just picked up a naloxone kit, how does it work before i need it", "planning")]
    [InlineData("shes awake and talking, i have narcan here", "unwell")]
    [InlineData("i took too much and im calling 911", "me")]
    [InlineData("i'm awake all night worrying", "unclear")]
    public void HelpOnItsWayOrSomeoneSpokenOfMeansItIsHappening(string text, string answer) => (At("respond/start", text).Answer ?? "unclear").ShouldBe(answer);

    [Theory]
    [InlineData("scared of the cops but i called anyway", "calling")]
    [InlineData("scared of the cops", "afraid")]
    public void FearGivesWayToACallThatWasMade(string text, string answer) => At("respond/call", text).Answer.ShouldBe(answer);

    [Fact]
    public void WhatTheyTookGivesWayToBeingAwake()
    {
        At("respond/start", "he took two percs").Answer.ShouldBe("happening");
        At("respond/start", "he took two percs, hes talking fine").Answer.ShouldBe("unwell");
    }

    [Theory]
    [InlineData("breathing good no snoring", "normal")]
    [InlineData("no, snoring", "none")]
    public void NoDeniesBadNewsOnlyAfterGoodNews(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("n", "not-waking")]
    [InlineData("gray n wont wake up", "not-waking")]
    [InlineData("up n talking", "woke")]
    public void ALoneNAnswersAndOneBetweenWordsJoins(string text, string answer) => At("respond/wake", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("i dont hear or feel any air", "none")]
    [InlineData("i dont think so", "none")]
    [InlineData("he was breathing a minute ago but now i dont see anything", "none")]
    public void ADenialReachesWhatItIsOf(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("respond/call", "i told them where we are")]
    [InlineData("respond/breathing", "maybe? his hand twitched")]
    public void ADoubtOrATaleAsksNothing(string at, string text) => At(at, text).Intent.ShouldNotBe("how");

    private static Reading At(string at, string text) => Home.Reader.Read(text, Dialogs.Question(at));
}
