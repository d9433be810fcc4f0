using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Which language a message is in, and that it changes only when its words show it.</summary>
public sealed class LanguageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("en", "es", "tuning.tsv", "blind.tsv", "second-pass.tsv", "replays.tsv")]
    [InlineData("es", "en", "es-tuning.tsv", "es-blind.tsv", "es-second-pass.tsv", "es-third-pass.tsv")]
    public void HearsTheLanguageOfThreeWordsOrMore(string language, string before, params string[] files)
    {
        var texts = files.SelectMany(Labelled.Load).Select(message => message.Text).Where(text => Words(text) >= 3 && !IsMixed(text, language)).Distinct().ToList();
        texts.Count.ShouldBeGreaterThan(300);

        var missed = texts.Where(text => Read(text, before).Language != language).ToList();

        output.WriteLine($"{language}: {texts.Count - missed.Count} of {texts.Count} ({100.0 * (texts.Count - missed.Count) / texts.Count:0.0} %); missed: {string.Join(" | ", missed)}");
        (missed.Count * 100).ShouldBeLessThanOrEqualTo(texts.Count);
        texts.ShouldAllBe(text => Read(text, language).Language == language);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("NO!!")]
    [InlineData("no no no")]
    [InlineData("ok")]
    [InlineData("okay")]
    [InlineData("k")]
    [InlineData("5")]
    [InlineData("911")]
    [InlineData("2 2 2")]
    [InlineData("narcan")]
    [InlineData("narcan no")]
    [InlineData("no narcan")]
    [InlineData("kloxxado")]
    [InlineData("normal")]
    [InlineData("spray")]
    [InlineData("nasal")]
    [InlineData("fentanyl")]
    [InlineData("xanax")]
    [InlineData("me")]
    [InlineData("ya")]
    [InlineData("👍")]
    [InlineData("🆘🆘")]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("omg omg omg")]
    [InlineData("plz plz")]
    [InlineData("aaaaa")]
    [InlineData("не дышит")]
    [InlineData("Maria Lopez Garcia")]
    public void KeepsTheLanguageWhenNothingShowsAnother(string text)
    {
        Read(text, "en").Language.ShouldBe("en");
        Read(text, "es").Language.ShouldBe("es");
    }

    [Theory]
    [InlineData("respira", "es")]
    [InlineData("ayuda", "es")]
    [InlineData("no despierta", "es")]
    [InlineData("ronca", "es")]
    [InlineData("si", "es")]
    [InlineData("sí", "es")]
    [InlineData("nada", "es")]
    [InlineData("HELP!! hes not waking", "en")]
    [InlineData("his lips", "en")]
    [InlineData("overdosing", "en")]
    public void OneWordThatOnlyOneLanguageHasIsEnough(string text, string language) =>
        Read(text, language == "en" ? "es" : "en").Language.ShouldBe(language);

    [Fact]
    public void AnUnknownLanguageIsTheFirstBooks() => Read("ok", "xx").Language.ShouldBe("en");

    // "no breathing ayuda" is in no one language.
    private static bool IsMixed(string text, string language) =>
        language == "es" && text.Split(' ').Any(word => Home.SpanishBook.Classes["loan"].Contains(word.Trim(',', '?'), StringComparer.OrdinalIgnoreCase));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));

    private static Reading Read(string text, string language) => Home.Readers.Read(text, Steps.At("respond/breathing"), language);
}
