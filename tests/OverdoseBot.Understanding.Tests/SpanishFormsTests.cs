namespace OverdoseBot.Understanding.Tests;

/// <summary>What Spanish makes of one word: diminutives, superlatives, clitics written as one, and what only an accent tells.</summary>
public sealed class SpanishFormsTests
{
    [Theory]
    [InlineData("respira lentísimo", "slow")]
    [InlineData("respira suavecito", "slow")]
    [InlineData("respira normalito", "normal")]
    [InlineData("respira parejito", "normal")]
    [InlineData("no respira bien", "slow")]
    [InlineData("le cuesta respirar", "slow")]
    [InlineData("no se le mueve el pecho", "none")]
    [InlineData("no le veo respiración", "none")]
    [InlineData("no ha dejado de respirar", "normal")]
    [InlineData("respiró dos veces y se volvió a parar", "none")]
    [InlineData("sí está respirando", "normal")]
    [InlineData("si me ven aquí me regresan a mi país", null)]
    public void ReadsTheFormsOfAWord(string text, string? answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("tirao en el piso", "not-waking")]
    [InlineData("no puedo levantarlo ni despertármelo", "not-waking")]
    [InlineData("no hay manera de despertarla", "not-waking")]
    [InlineData("imposible que reaccione", "not-waking")]
    [InlineData("está despierto, me apretó la mano", "woke")]
    [InlineData("me apretó la mano", "unclear")]
    public void ReadsWakingInAllItsForms(string text, string? answer) => At("respond/wake", text).Answer.ShouldBe(answer);

    // An accent tells "llamó" (someone called) from "llamo" (I call, or will).
    [Theory]
    [InlineData("ya llamó al 911", "calling")]
    [InlineData("la operadora me está diciendo qué hacer", "calling")]
    [InlineData("tengo a los del 911 en altavoz", "calling")]
    [InlineData("ahorita los llamo", null)]
    [InlineData("todavía no", null)]
    [InlineData("no sale ninguna llamada", "cannot")]
    public void TellsCallingFromGoingToCall(string text, string? answer) => At("respond/call", text).Answer.ShouldBe(answer);

    // What cannot be done is stated, not asked.
    [Theory]
    [InlineData("ya no puedo más")]
    [InlineData("no puedo seguir")]
    [InlineData("tengo que parar a descansar")]
    public void DoesNotTakeADenialForAQuestion(string text) => At("respond/compressions", text).Intent.ShouldNotBe("how");

    [Theory]
    [InlineData("apreté el spray y no salió nada")]
    [InlineData("el segundo salió fallado, apreté y no botó nada")]
    [InlineData("le eché el spray pero se atoró")]
    public void WhatFailedWasNotGiven(string text)
    {
        var reading = At("respond/re-check", text);
        reading.Facts.ShouldContain("kit-failed");
        reading.Facts.ShouldNotContain("dose-given");
    }

    private static Reading At(string at, string text) => Home.Spanish.Read(text, Steps.At(at));
}
