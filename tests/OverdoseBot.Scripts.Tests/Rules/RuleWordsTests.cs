using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>What each language's words find, and what they must leave alone.</summary>
public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("en", "Call {emergency} now.", true)]
    [InlineData("en", "In danger? call {emergency.first}", true)]
    [InlineData("en", "Recall {emergency}", false)]
    [InlineData("en", "Call them.", false)]
    [InlineData("es", "Llame al {emergency} ya.", true)]
    [InlineData("es", "Si no despierta, llama a {emergency}.", true)]
    [InlineData("es", "Puede llamar ahora al {emergency.first}.", true)]
    [InlineData("es", "Marque el {emergency}.", false)]
    [InlineData("es", "Llame a alguien.", false)]
    public void Calling_is_found(string language, string text, bool found) => Words(language).Call.IsMatch(text).ShouldBe(found);

    [Theory]
    [InlineData("en", "If they still do not wake:", true)]
    [InlineData("en", "They still do not wake:", false)]
    [InlineData("es", "Si todavía no despierta:", true)]
    [InlineData("es", "Si aún no respira bien:", true)]
    [InlineData("es", "Si sigue sin respirar bien:", true)]
    [InlineData("es", "Si no respira:", false)]
    [InlineData("es", "Todavía no respira:", false)]
    public void What_comes_on_silence_says_still(string language, string lead, bool found) => Words(language).Still.IsMatch(lead).ShouldBe(found);

    [Theory]
    [InlineData("es", "¿Respira?", true, false)]
    [InlineData("es", "la respiración", true, false)]
    [InlineData("es", "¿Ya despertó?", false, true)]
    [InlineData("es", "si está inconsciente", false, true)]
    [InlineData("es", "Presione el pecho.", false, false)]
    [InlineData("en", "Is the breathing normal?", true, false)]
    [InlineData("en", "Are they awake?", false, true)]
    [InlineData("en", "In the wake of it", false, true)]
    [InlineData("en", "Push on the chest.", false, false)]
    public void Breathing_and_waking_are_told_apart(string language, string text, bool breathing, bool waking) =>
        (Words(language).Breathing.IsMatch(text), Words(language).Waking.IsMatch(text)).ShouldBe((breathing, waking));

    [Theory]
    [InlineData("en", "I have called an ambulance.", true)]
    [InlineData("en", "Help is on the way.", true)]
    [InlineData("en", "Go on till help comes.", false)]
    [InlineData("en", "Call them now.", false)]
    [InlineData("es", "Ya llamé al {emergency}.", true)]
    [InlineData("es", "Hemos avisado a la policía.", true)]
    [InlineData("es", "La ambulancia está en camino.", true)]
    [InlineData("es", "La ayuda ya viene.", true)]
    [InlineData("es", "Voy a llamar por usted.", true)]
    [InlineData("es", "Llame al {emergency} ya.", false)]
    [InlineData("es", "Siga hasta que llegue la ayuda.", false)]
    [InlineData("es", "Mande a alguien a pedir ayuda.", false)]
    public void Claims_to_have_called_are_found(string language, string text, bool found) => Words(language).Claims.IsMatch(text).ShouldBe(found);

    [Theory]
    [InlineData("en", "What is your name?", true)]
    [InlineData("en", "Who are you?", true)]
    [InlineData("en", "Shout their name.", false)]
    [InlineData("en", "Tell me the name on it.", false)]
    [InlineData("es", "¿Cómo se llama?", true)]
    [InlineData("es", "Dígame su nombre.", true)]
    [InlineData("es", "¿Cuál es su nombre completo?", true)]
    [InlineData("es", "¿Quién es usted?", true)]
    [InlineData("es", "Grite su nombre.", false)]
    [InlineData("es", "Dígame el nombre que trae la caja.", false)]
    public void Questions_for_a_name_are_found(string language, string text, bool found) => Words(language).Names.IsMatch(text).ShouldBe(found);

    [Theory]
    [InlineData("en", "Reply 5 for 5 or more, 6 fewer, 7 none.", "567")]
    [InlineData("es", "Responda 5 si son 5 o más, 6 menos, 7 nada.", "567")]
    [InlineData("es", "¿No respira en 10 seg? Escriba el 7.", "7")]
    [InlineData("es", "Mande 5 normal o 7 nada. Presione 2 por segundo.", "57")]
    [InlineData("es", "Dé 2 respiraciones, luego 1 cada 5 seg.", "")]
    public void Digits_that_are_asked_for_are_found(string language, string text, string digits) =>
        string.Concat(WrittenDigitsAreUnderstood.Asked(text, Words(language))).ShouldBe(digits);

    [Theory]
    [InlineData("en", "Text STOP to end.", "STOP")]
    [InlineData("en", "Send help back", "help")]
    [InlineData("en", "Text NOSE or NEEDLE.", null)]
    [InlineData("en", "Shout for help and stop the car.", null)]
    [InlineData("es", "Escriba ALTO para seguir.", "ALTO")]
    [InlineData("es", "Responda baja", "baja")]
    [InlineData("es", "Escriba NARIZ o AGUJA.", null)]
    [InlineData("es", "Pida ayuda en voz alta y alto.", null)]
    public void Words_that_carriers_keep_are_found_where_they_are_asked_for(string language, string text, string? word) =>
        NoCarrierKeywords.Asked(text, Words(language)).ShouldBe(word);

    private static RuleWords Words(string language) => RuleWords.Of(language)!;
}
