namespace OverdoseBot.Understanding.Tests;

/// <summary>What Spanish does that English does not: one word for no and not, one for yes and if, verbs without subjects.</summary>
public sealed class SpanishGrammarTests
{
    [Theory]
    [InlineData("no", "none")]
    [InlineData("no respira", "none")]
    [InlineData("no, no respira", "none")]
    [InlineData("no no respira", "none")]
    [InlineData("ya no respira", "none")]
    [InlineData("todavía no respira", "none")]
    [InlineData("nunca respiró", "none")]
    [InlineData("sin respirar", "none")]
    [InlineData("no creo que respire", "none")]
    [InlineData("espera no respira", "none")]
    [InlineData("ni respira", "none")]
    [InlineData("no camina ni respira", "none")]
    [InlineData("sí", "normal")]
    [InlineData("si respira", "normal")]
    [InlineData("no despierta pero si respira", "normal")]
    [InlineData("no respiraba pero ahora sí", "normal")]
    [InlineData("respiraba pero ya no", "none")]
    [InlineData("creo que si", "unclear")]
    [InlineData("creo que no", "none")]
    [InlineData("no se si respira", "unclear")]
    [InlineData("no se", "unclear")]
    public void DeniesAndAffirms(string text, string answer) => At("respond/breathing", text).Answer.ShouldBe(answer);

    [Theory]
    [InlineData("si respira que hago")]
    [InlineData("que hago si respira")]
    [InlineData("y si respira")]
    [InlineData("¿respira")]
    [InlineData("¿está respirando?")]
    [InlineData("respira normal?")]
    public void SupposesAndAsks(string text)
    {
        var reading = At("respond/breathing", text);
        reading.Answer.ShouldBeNull();
        reading.Facts.ShouldBeEmpty();
        reading.Intent.ShouldBe("how");
    }

    [Theory]
    [InlineData("no se mueve", "not-waking")]
    [InlineData("no se despierta", "not-waking")]
    [InlineData("no se que hacer", "unclear")]
    public void DoesNotTakeAReflexiveVerbForADoubt(string text, string answer) => At("respond/wake", text).Answer.ShouldBe(answer);

    // Who begs someone to breathe or wake, or talks to him, tells nothing good.
    [Theory]
    [InlineData("respond/breathing", "por favor respira")]
    [InlineData("respond/breathing", "respira dios mio por favor")]
    [InlineData("respond/wake", "despierta por favor")]
    [InlineData("respond/wake", "le hablo y le hablo")]
    [InlineData("naloxone/spray", "le di 2 golpes")]
    [InlineData("naloxone/spray", "le puse una cobija")]
    public void HearsNothingGoodInWhatTheWriterDoes(string at, string text) => At(at, text).Facts.ShouldBeEmpty();

    // The "no" is of the first verb; bad news after it stays.
    [Fact]
    public void ANoDeniesItsOwnVerb() => At("respond/start", "no camina esta morado").Heard.ShouldContain("blue");

    [Theory]
    [InlineData("le di 2 sprays", 2, null)]
    [InlineData("le di narcan hace 5 minutos", 1, 5.0)]
    [InlineData("le puse dos narcan hace como 10 minutos", 2, 10.0)]
    [InlineData("apenas le di narcan", 1, 0.0)]
    [InlineData("le di narcan hace un minuto", 1, 1.0)]
    [InlineData("le di ambos", 2, null)]
    [InlineData("le di los dos", 2, null)]
    [InlineData("le di un narcan, la ambulancia viene en 8 minutos", 1, null)]
    public void CountsDoses(string text, int count, double? minutes)
    {
        var ago = minutes is { } m ? TimeSpan.FromMinutes(m) : (TimeSpan?)null;
        At("respond/compressions", text).Dose.ShouldBe(new DoseReport(count, ago));
    }

    [Fact]
    public void MeansEverythingTheEnglishBookMeans()
    {
        static HashSet<string> Meanings(Scripts.PhraseBook book) =>
            [.. book.Signals.SelectMany(s => s.So.Concat(s.Not).Concat(s.Mine ?? [])).Select(word => word.TrimEnd('?'))];

        Meanings(Home.EnglishBook).Except(Meanings(Home.SpanishBook)).ShouldBeEmpty();
        Home.SpanishBook.Digits.ShouldBe(Home.EnglishBook.Digits);
        Home.SpanishBook.Facts.ShouldBe(Home.EnglishBook.Facts);
        Home.SpanishBook.WorstFirst.ShouldBe(Home.EnglishBook.WorstFirst);
        Home.SpanishBook.Breaths.ShouldBe(Home.EnglishBook.Breaths);
        Home.SpanishBook.Topics.Select(t => $"{t.Key}: {string.Join(' ', t.Value)}").ShouldBe(Home.EnglishBook.Topics.Select(t => $"{t.Key}: {string.Join(' ', t.Value)}"));
    }

    private static Reading At(string at, string text) => Home.Spanish.Read(text, Steps.At(at));
}
