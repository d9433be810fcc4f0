namespace OverdoseBot.Understanding.Tests;

/// <summary>Good news of another, of a class, or of a call that was only spoken of is no good news of this one.</summary>
public sealed class SomebodyElseTests
{
    [Theory]
    [InlineData("respond/breathing", "the dog is breathing fine")]
    [InlineData("respond/breathing", "el perro respira bien")]
    [InlineData("respond/breathing", "nada normal")]
    [InlineData("respond/breathing", "far from normal")]
    [InlineData("respond/wake", "dog's awake and barking")]
    [InlineData("respond/wake", "se oye la tele hablando")]
    [InlineData("naloxone/kind", "got nothing nasal")]
    [InlineData("naloxone/kind", "they gave us a class on the spray")]
    [InlineData("naloxone/kind", "i have nasal spray for allergies")]
    [InlineData("naloxone/kind", "kit bag is missing the spray")]
    [InlineData("naloxone/kind", "en la clase nos enseñaron el spray")]
    [InlineData("respond/call", "my mom called 911 on me once")]
    [InlineData("respond/call", "told the lady across the hall to call")]
    [InlineData("respond/call", "i've got 911 typed in but haven't pressed it")]
    [InlineData("respond/call", "estoy en la línea con mi prima")]
    [InlineData("respond/call", "se le avisó a la supervisora")]
    public void IsNoGoodNews(string at, string text)
    {
        var reading = Home.Readers.Read(text, Dialogs.Question(at), "en");
        reading.Facts.ShouldNotContain(fact => fact == "breathing-now" || fact == "woke" || fact == "kit-here" || fact == "called", string.Join("; ", reading.Why));
        (reading.Answer ?? "unclear").ShouldBeOneOf("unclear", "no-kit", "none");
    }

    [Theory]
    [InlineData("Apneic, cyanotic, suspected fentanyl")]
    [InlineData("paciente en apnea, sospecha de fentanilo")]
    public void AWordOfNursesForNoBreathIsNoBreath(string text) =>
        Home.Readers.Read(text, Dialogs.Question("respond/start"), "en").Facts.ShouldContain("stopped-breathing");

    [Theory]
    [InlineData("he has sleep apnea")]
    [InlineData("his apnea machine is here")]
    public void AnIllnessOfSleepIsNot(string text) =>
        Home.Readers.Read(text, Dialogs.Question("respond/start"), "en").Facts.ShouldNotContain("stopped-breathing");

    /// <summary>The second reader does not bring back what an answer rules out.</summary>
    [Theory]
    [InlineData("kit bag is missing the spray")]
    [InlineData("nomás la envoltura")]
    public void NoKitIsNoKitHere(string text)
    {
        var reading = Home.Both.Read(text, Dialogs.Question("naloxone/kind"), "en");
        reading.Facts.ShouldNotContain("kit-here", string.Join("; ", reading.Why));
    }

    [Theory]
    [InlineData("already up there, nose")]
    [InlineData("sprayed one nostril over all the yelling")]
    [InlineData("recién le rocié la narina derecha")]
    public void AGivenSprayIsNoneAtHand(string text)
    {
        var reading = Home.Both.Read(text, Dialogs.Question("naloxone/kind"), "en");
        reading.Facts.ShouldContain("dose-given");
        reading.Facts.ShouldNotContain("kit-here", string.Join("; ", reading.Why));
    }

    [Fact]
    public void AQuestionThatTellsOfAnEmergencyIsOne()
    {
        var reading = Home.Both.Read("is it bad if her lips look kinda purple", Dialogs.Question("respond/start"), "en");
        reading.Answer.ShouldBe("happening");
        reading.Intent.ShouldBe("emergency", string.Join("; ", reading.Why));
    }
}
