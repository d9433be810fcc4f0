namespace OverdoseBot.Understanding.Tests;

/// <summary>A denial with nothing behind it, and the message that ends it.</summary>
public sealed class OpenDenialTests
{
    [Theory]
    [InlineData("hes not", true)]
    [InlineData("he still isnt", true)]
    [InlineData("no its not", true)]
    [InlineData("i dont think hes", true)]
    [InlineData("no", true)]
    [InlineData("todavía no", true)]
    [InlineData("mi papá no", true)]
    [InlineData("no está", true)]
    [InlineData("sigue sin", true)]
    [InlineData("hes not breathing", false)]
    [InlineData("no respira", false)]
    [InlineData("not sure", false)]
    [InlineData("no se", false)]
    [InlineData("i dont know", false)]
    [InlineData("hes breathing", false)]
    [InlineData("no i gave him narcan", false)]
    [InlineData("", false)]
    [InlineData("🙏", false)]
    public void IsKnown(string text, bool open) => Read(text).EndsInDenial.ShouldBe(open);

    [Theory]
    [InlineData("breathing normally")]
    [InlineData("breathing")]
    [InlineData("normal")]
    [InlineData("awake")]
    [InlineData("responding")]
    [InlineData("respirando normal")]
    [InlineData("respira")]
    [InlineData("despierta")]
    public void GoodNewsBehindItIsNone(string text)
    {
        Read(text).Heard.Append(Read(text).Answer).ShouldContain(w => IsCalm(w), "by itself it is good news");
        var reading = Home.Both.ReadOn(text, Steps.At("respond/breathing"), "en");
        reading.Heard.Append(reading.Answer).ShouldNotContain(w => IsCalm(w), string.Join("; ", reading.Why));
    }

    [Theory]
    [InlineData("she woke up", "woke")]
    [InlineData("hes breathing normally", "normal")]
    [InlineData("ya respira", "normal")]
    [InlineData("now breathing normally", "normal")]
    [InlineData("yes breathing normally", "normal")]
    [InlineData("breathing? yes", "breathing-now")]
    public void ASentenceOfItsOwnIsNews(string text, string calm)
    {
        var reading = Home.Both.ReadOn(text, Steps.At("respond/breathing"), "en");
        reading.Heard.Append(reading.Answer).ShouldContain(calm, string.Join("; ", reading.Why));
    }

    [Theory]
    [InlineData("not breathing")]
    [InlineData("he is blue")]
    [InlineData("i called 911")]
    [InlineData("5")]
    [InlineData("🙏")]
    public void NothingElseChanges(string text)
    {
        var (plain, on) = (Read(text), Home.Both.ReadOn(text, Steps.At("respond/breathing"), "en"));
        (on.Answer, string.Join(' ', on.Heard)).ShouldBe((plain.Answer, string.Join(' ', plain.Heard)));
    }

    private static Reading Read(string text) => Home.Both.Read(text, Steps.At("respond/breathing"), "en");

    private static bool IsCalm(string? word) => word is "normal" or "breathing-now" or "woke";
}
