namespace OverdoseBot.Understanding.Tests;

/// <summary>Sentences of the Spanish chats that were once read wrongly, at the steps of the scripts that ship.</summary>
public sealed class SpanishChatTests
{
    [Theory]
    [InlineData("respond/compressions", "spray de nariz", "nasal", "kit-here")]
    [InlineData("respond/compressions", "tengo narcan spray nasal", "nasal", "kit-here narcan")]
    [InlineData("respond/compressions", "tengo un frasco y una jeringa", "injection", "kit-here vial")]
    [InlineData("naloxone/kind", "ampolleta", "injection", "kit-here ampoule")]
    [InlineData("naloxone/atomiser", "ya entro", "dose-given", "dose-given")]
    [InlineData("naloxone/prefilled", "listo", "dose-given", "dose-given")]
    [InlineData("naloxone/spray", "ya le di one spray", "dose-given", "dose-given")]
    [InlineData("naloxone/auto", "no funcionó", "kit-failed", "kit-failed")]
    [InlineData("naloxone/kind", "al rato", "coming", "")]
    [InlineData("naloxone/kind", "mas tarde", "coming", "")]
    [InlineData("respond/recovery-position", "ahora solo 3 respiraciones", "slow", "")]
    [InlineData("respond/recovery-position", "si son menos", "slow", "")]
    [InlineData("respond/recovery-position", "sigue dormido", "not-waking", "")]
    [InlineData("respond/refuses", "se va a quedar", "staying", "")]
    [InlineData("respond/stimulant", "lento", "slow", "")]
    [InlineData("respond/self", "no hay nadie conmigo", "alone", "alone")]
    [InlineData("respond/start", "soy sorda no puedo llamar al 911", null, "cannot-call cannot-speak")]
    [InlineData("respond/breathing", "no puedo llamar al 911", null, "cannot-call")]
    [InlineData("respond/wake", "la casa se esta quemando y mi amigo esta desmayado", "not-waking", "unsafe")]
    [InlineData("respond/wake", "se cayó del techo y no despierta", "not-waking", "neck")]
    [InlineData("respond/unwell", "le di narcan por error", "unclear", "dose-given given-awake")]
    [InlineData("respond/breaths", "y con metadona?", null, "long-acting on-medication")]
    [InlineData("after/start", "no sobrevivió", null, "dead")]
    [InlineData("after/start", "no puedo dejar de llorar", null, "distress")]
    public void IsReadAsMeant(string at, string text, string? answer, string heard)
    {
        var reading = Home.Readers.Read(text, Dialogs.At(at), "es");

        if (answer is not null)
        {
            (reading.Answer ?? "unclear").ShouldBe(answer);
        }

        heard.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(reading.Heard).ShouldBeEmpty();
    }

    // What is like it and means another thing.
    [Theory]
    [InlineData("respond/start", "se tomo unas pastillas para matarse y no despierta", "self-harm")]
    [InlineData("respond/breathing", "lo hago vomitar?", "vomiting")]
    [InlineData("respond/unwell", "le di narcan por error", "correction")]
    [InlineData("respond/start", "creo que es alergico al narcan", "planning")]
    [InlineData("respond/start", "tengo miedo de llamar al 911", "stopped-breathing")]
    [InlineData("respond/recovery-position", "3", "slow")]
    public void DoesNotHear(string at, string text, string word) =>
        Home.Readers.Read(text, Dialogs.At(at), "es").Heard.ShouldNotContain(word);

    // "al minuto", "cada 10": rates of breath as before.
    [Theory]
    [InlineData("respira 3 veces al minuto", "none")]
    [InlineData("respira cada 10 segundos", "none")]
    [InlineData("cada 7 segundos", "slow")]
    public void StillCountsBreaths(string text, string answer) => Home.Readers.Read(text, Dialogs.At("respond/breathing"), "es").Answer.ShouldBe(answer);
}
