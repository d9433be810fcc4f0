namespace OverdoseBot.Understanding.Tests;

/// <summary>The mechanism, one idea at a time.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("hes breathing", "normal")]
    [InlineData("hes not breathing", "none")]
    [InlineData("he isn’t breathing", "none")]
    [InlineData("he stopped breathing", "none")]
    [InlineData("he aint breathing no more", "none")]
    [InlineData("not awake or breathing", "none")]
    [InlineData("not awake but breathing", "normal")]
    [InlineData("he is not not breathing", "unclear")]
    [InlineData("he never stopped breathing", "unclear")]
    [InlineData("chest is not moving", "none")]
    [InlineData("i dont think hes breathing", "none")]
    public void Denies(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("he was breathing but now hes not", "none")]
    [InlineData("he wasnt breathing but he is now", "normal")]
    [InlineData("not breathing… wait hes breathing", "normal")]
    [InlineData("not breathing... wait i think hes breathing", "unclear")]
    [InlineData("hes breathing. actually no hes not", "none")]
    [InlineData("hes breathing but only gasps", "none")]
    public void HearsWhatIsSoNow(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("i think hes breathing")]
    [InlineData("hes breathing, i think")]
    [InlineData("idk if hes breathing")]
    [InlineData("maybe")]
    [InlineData("breathing weird")]
    public void DoubtsGoodNews(string text) => At("respond/breathing", text).Answer.ShouldBe("unclear");

    [Theory]
    [InlineData("i think he stopped breathing")]
    [InlineData("maybe hes gasping")]
    [InlineData("idk i think hes dead")]
    public void BelievesBadNews(string text) => At("respond/breathing", text).Answer.ShouldBe("none");

    [Theory]
    [InlineData("is he breathing normal?")]
    [InlineData("is he breathing normal")]
    [InlineData("breathing?")]
    [InlineData("is snoring ok?")]
    [InlineData("what if he stops breathing")]
    public void TakesNoQuestionForAnAnswer(string text)
    {
        var reading = At("respond/breathing", text);
        reading.Answer.ShouldBeNull();
        reading.Facts.ShouldBeEmpty();
        reading.Intent.ShouldBe("how");
    }

    [Theory]
    [InlineData("5", "breathing-now")]
    [InlineData("5.", "breathing-now")]
    [InlineData("#5", "breathing-now")]
    [InlineData("five", "breathing-now")]
    [InlineData("5 normal", "breathing-now")]
    [InlineData("reply 5", "breathing-now")]
    [InlineData("0", "crew-here")]
    [InlineData("2", "cannot-call")]
    public void HearsDigits(string text, string meaning) => At("respond/compressions", text).Heard.ShouldBe([meaning]);

    [Theory]
    [InlineData("gave 2")]
    [InlineData("911")]
    [InlineData("5 min ago")]
    [InlineData("3 of us")]
    [InlineData("one sec")]
    public void HearsNoDigitInOtherWords(string text) => At("respond/wake", text).Answer.ShouldBeNull();

    [Theory]
    [InlineData("gave 2 sprays", 2, null)]
    [InlineData("i gave him narcan 5 min ago", 1, 5.0)]
    [InlineData("just gave it narcan", 1, 0.0)]
    [InlineData("gave narcan a minute ago", 1, 1.0)]
    [InlineData("gave narcan a few minutes ago", 1, 3.0)]
    [InlineData("we gave two narcans 10 minutes ago", 2, 10.0)]
    [InlineData("i gave 2 already", 2, null)]
    [InlineData("gave both", 2, null)]
    [InlineData("hit him twice with narcan", 2, null)]
    [InlineData("narcan x2, ems 5 out", 2, null)]
    [InlineData("gave him one narcan, ambulance is 8 min out", 1, null)]
    public void CountsDoses(string text, int count, double? minutes)
    {
        var ago = minutes is { } m ? TimeSpan.FromMinutes(m) : (TimeSpan?)null;
        At("respond/compressions", text).Dose.ShouldBe(new DoseReport(count, ago));
    }

    [Theory]
    [InlineData("havent given narcan yet")]
    [InlineData("giving narcan now")]
    [InlineData("should i give narcan")]
    public void CountsNoDoseThatIsNotGiven(string text)
    {
        var reading = At("respond/compressions", text);
        reading.Dose.ShouldBeNull();
        reading.Facts.ShouldNotContain("dose-given");
    }

    [Theory]
    [InlineData("HES NOT BREEEEATHING!!!!", "none")]
    [InlineData("hes not brethng", "none")]
    [InlineData("ｈｅ ｉｓ ｎｏｔ ｂｒｅａｔｈｉｎｇ", "none")]
    [InlineData("he\u200B is no\u200Bt breathing", "none")]
    [InlineData("not-breathing", "none")]
    public void ReadsThroughTheTyping(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Fact]
    public void HearsTheDeadInGriefOnlyWhereNothingIsNow()
    {
        At("after/start", "he died").Heard.ShouldBe(["dead"]);
        At("after/start", "hes dead right now").Heard.ShouldBe(["stopped-breathing"]);
        At("respond/awake", "she dead").Heard.ShouldBe(["stopped-breathing"]);
    }

    [Fact]
    public void SaysWhy() => At("respond/breathing", "i think hes not breathing").Why.ShouldBe(["breathing \"breathing\" denied hedged"]);

    [Fact]
    public void AYesThatMeansNothingIsAnAcknowledgement()
    {
        var reading = At("respond/compressions", "yes");
        reading.Answer.ShouldBeNull();
        reading.Intent.ShouldBe("wait");
    }

    [Fact]
    public void AYesBesideBadNewsIsDoubted() => At("respond/breathing", "yes but hes blue").Answer.ShouldBe("unclear");

    private static Reading At(string at, string text) => Home.Reader.Read(text, Steps.At(at));
}
