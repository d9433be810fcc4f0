using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>Every refused phrase, with a sentence that shames and one that uses the word, or its nearest, in another sense.</summary>
public sealed class StigmaTests
{
    [Theory]
    [InlineData("en", "addict", "She is an addict.", "Add a tick.")]
    [InlineData("en", "addicted", "an addicted baby", "a baby exposed to opioids")]
    [InlineData("en", "addiction", "Addiction did this.", "Call the Addiction Helpline.")]
    [InlineData("en", "junkie", "a junkie", "No junk mail.")]
    [InlineData("en", "druggie", "some druggie", "a drug store")]
    [InlineData("en", "OD'd", "They OD'd.", "They had an overdose.")]
    [InlineData("en", "user", "Drug users need help.", "Relay users may call too.")]
    [InlineData("en", "abuse", "drug abuse", "a child abuse helpline")]
    [InlineData("en", "victim", "Lay the victim down.", "Lay the person down.")]
    [InlineData("en", "relapse", "They may relapse.", "It can come back.")]
    [InlineData("en", "fell off the wagon", "He fell off the wagon.", "He fell off the bed.")]
    [InlineData("en", "clean", "Is he clean?", "Use a clean kit.")]
    [InlineData("en", "clean", "She got clean last year.", "Keep your hands clean.")]
    [InlineData("en", "clean", "a clean test", "Wipe it clean.")]
    [InlineData("en", "dirty", "The urine was dirty: a dirty urine.", "Do not use a dirty needle.")]
    [InlineData("en", "substitution", "opioid substitution", "No substitution of steps.")]
    [InlineData("en", "replacement", "replacement therapy", "Get a replacement kit.")]
    [InlineData("en", "crutch", "It is just a crutch.", "They walk on crutches.")]
    [InlineData("en", "habit", "a drug habit", "Make it a habit to check the date.")]
    [InlineData("en", "problem", "a drug problem", "a breathing problem")]
    [InlineData("en", "problem", "problems with alcohol: a problem with alcohol", "No problem. Go on.")]
    [InlineData("es", "adicto", "Es un adicto.", "Es una persona que usa drogas.")]
    [InlineData("es", "adicción", "Tiene una adicción.", "Llame a la línea de adicciones.")]
    [InlineData("es", "drogadicto", "un drogadicto", "una droga")]
    [InlineData("es", "yonqui", "un yonqui", "una persona")]
    [InlineData("es", "vicioso", "un vicioso", "Es un círculo.")]
    [InlineData("es", "usuario de drogas", "los usuarios de drogas", "los usuarios de silla de ruedas")]
    [InlineData("es", "consumidor", "un consumidor", "No debe consumir más.")]
    [InlineData("es", "abuso", "abuso de drogas", "línea de abuso infantil")]
    [InlineData("es", "víctima", "Acueste a la víctima.", "Acueste a la persona.")]
    [InlineData("es", "recaída", "Tuvo una recaída.", "Puede volver a pasar.")]
    [InlineData("es", "limpio", "¿Está limpio?", "Use un paño limpio.")]
    [InlineData("es", "limpio", "¿Ya está limpia?", "¿Está limpia la aguja?")]
    [InlineData("es", "limpia", "Ella está limpia desde mayo.", "Limpie lo que vea.")]
    [InlineData("es", "sucio", "un análisis sucio", "No use una aguja sucia.")]
    [InlineData("es", "mantenerse limpio", "mantenerse limpio", "mantener limpio el equipo")]
    [InlineData("es", "sustitución", "terapia de sustitución", "sustituya el equipo vencido")]
    [InlineData("es", "muleta", "Es una muleta.", "Camina con muletas.")]
    [InlineData("es", "hábito", "su hábito", "Hágalo un hábito.")]
    [InlineData("es", "problema", "problemas con las drogas", "un problema para respirar")]
    public void A_shaming_sense_is_refused_and_another_is_not(string language, string phrase, string shames, string fine)
    {
        var words = RuleWords.Of(language)!.Stigma;

        words.IsMatch(shames).ShouldBeTrue($"{phrase}: {shames}");
        words.Match(fine).Value.ShouldBe("", $"{phrase}: {fine}");
    }
}
