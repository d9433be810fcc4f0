namespace OverdoseBot.Understanding.Tests;

/// <summary>What is special about the situation, told in Spanish: heard beside what the step asks, never instead of it.</summary>
public sealed class SpanishAsideTests
{
    [Theory]
    [InlineData("tengo narcan", "narcan")]
    [InlineData("kloxxado", "kloxxado")]
    [InlineData("tengo rivive", "rivive")]
    [InlineData("rextovy", "rextovy")]
    [InlineData("tengo rezenopy", "rezenopy")]
    [InlineData("encontre el zimhi", "zimhi")]
    [InlineData("tengo un frasquito y una jeringa", "vial")]
    [InlineData("una ampolleta de vidrio", "ampoule")]
    [InlineData("tengo jeringa con tapas amarillas", "atomiser")]
    [InlineData("tengo el que habla", "evzio")]
    [InlineData("tengo opvee", "opvee")]
    [InlineData("nalmefeno", "opvee")]
    [InlineData("tengo nalmefeno inyectable", "zurnai")]
    [InlineData("zurnai", "zurnai")]
    [InlineData("tengo prenoxad", "prenoxad")]
    [InlineData("tengo naloxona generica", "naloxone-4mg")]
    [InlineData("spray de 2 mg", "naloxone-2mg")]
    [InlineData("tengo nyxoid", "nyxoid")]
    [InlineData("ventizolve", "ventizolve")]
    public void NamesTheProductInHand(string text, string product)
    {
        var reading = Read("naloxone/kind", text);
        reading.Heard.ShouldContain(product, string.Join("; ", reading.Why));
        reading.Facts.ShouldContain("kit-here");
    }

    [Theory]
    [InlineData("no tengo kloxxado")]
    [InlineData("mi vecino tiene kloxxado")]
    [InlineData("que es kloxxado?")]
    [InlineData("creo que tengo kloxxado")]
    public void NamesNoProductThatIsNotInHand(string text)
    {
        var reading = Read("naloxone/kind", text);
        reading.Heard.ShouldNotContain("kloxxado", string.Join("; ", reading.Why));
        reading.Facts.ShouldNotContain("kit-here");
    }

    [Theory]
    [InlineData("se cayo de las escaleras", "neck")]
    [InlineData("son dos personas", "two-people")]
    [InlineData("soy sordo", "cannot-speak")]
    [InlineData("no tengo saldo", "no-credit")]
    [InlineData("esta en el asiento del carro", "seated")]
    [InlineData("el narcan esta vencido", "expired")]
    [InlineData("el narcan estaba congelado", "frozen")]
    [InlineData("le sangra la nariz", "nose-blocked")]
    [InlineData("es alergico al narcan", "allergy")]
    [InlineData("toma suboxone", "on-medication")]
    [InlineData("toma metadona todos los dias", "on-medication")]
    [InlineData("no se que tomo", "not-sure-opioid")]
    [InlineData("tomo xanax con alcohol", "sedatives")]
    [InlineData("tiene tranq", "tranq")]
    [InlineData("se metio cristal", "stimulant")]
    [InlineData("le dio un infarto", "heart")]
    [InlineData("es diabetico", "heart")]
    [InlineData("se atraganto con comida", "choking")]
    [InlineData("le di narcan por error", "given-awake")]
    [InlineData("toque el polvo", "touch-fear")]
    [InlineData("tiene un parche", "patch")]
    [InlineData("se tomo metadona", "long-acting")]
    [InlineData("esta temblando y sudando", "withdrawal")]
    [InlineData("es seguro darle al bebe?", "safe-to-give")]
    [InlineData("lo meto a la ducha?", "shower")]
    [InlineData("le echamos agua fria", "shower")]
    [InlineData("le di cachetadas", "slap")]
    [InlineData("lo pongo a caminar", "walk")]
    [InlineData("le inyecto agua con sal", "inject-other")]
    [InlineData("le doy cafe?", "stimulate")]
    [InlineData("lo hago vomitar", "make-vomit")]
    [InlineData("le doy agua?", "food-drink")]
    [InlineData("lo dejo dormir", "sleep-it-off")]
    [InlineData("espero a ver si funciona", "wait-first")]
    [InlineData("le pongo la tapa a la aguja?", "recap")]
    [InlineData("estoy en canada", "in-ca")]
    [InlineData("españa", "in-eu")]
    [InlineData("estoy en londres", "in-uk")]
    [InlineData("estados unidos", "in-us")]
    [InlineData("no hablo ingles", "speak-spanish")]
    [InlineData("¿habla español?", "speak-spanish")]
    [InlineData("español", "speak-spanish")]
    [InlineData("english please", "speak-english")]
    [InlineData("en ingles por favor", "speak-english")]
    public void HearsWhatIsSpecialBesideBadNews(string text, string word)
    {
        foreach (var at in new[] { "respond/breathing", "respond/compressions" })
        {
            var reading = Read(at, text);
            reading.Heard.ShouldContain(word, string.Join("; ", reading.Why));
            Read(at, text + ". no respira").Facts.ShouldContain("stopped-breathing");
            Read(at, "no respira y " + text).Facts.ShouldContain("stopped-breathing");
            Read(at, "no respira y " + text).Heard.ShouldContain(word);
        }
    }

    [Theory]
    [InlineData("no respira")]
    [InlineData("no despierta")]
    [InlineData("esta morado")]
    [InlineData("le di narcan")]
    [InlineData("ya viene la ambulancia")]
    [InlineData("esta vomitando")]
    [InlineData("respira normal")]
    public void HearsNothingSpecialInPlainNews(string text)
    {
        string[] plain = ["stopped-breathing", "not-waking", "blue", "dose-given", "help-coming", "vomiting", "breathing-now"];
        Read("respond/compressions", text).Heard.ShouldBeSubsetOf(plain);
    }

    private static Reading Read(string at, string text) => Home.Spanish.Read(text, Steps.At(at));
}
