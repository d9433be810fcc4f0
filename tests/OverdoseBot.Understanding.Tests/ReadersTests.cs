using System.Diagnostics;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Messages in two languages, and messages of one read beside the book of the other.</summary>
public sealed class ReadersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("le di narcan pero no breathing", "none", "stopped-breathing dose-given")]
    [InlineData("my friend no respira", "none", "stopped-breathing")]
    [InlineData("my friend no despierta he is cold and blue", "none", "stopped-breathing")]
    [InlineData("hes not respirando", "none", "stopped-breathing")]
    [InlineData("he is no breathing", "none", "stopped-breathing")]
    [InlineData("creo que he is breathing", "unclear", "")]
    [InlineData("not respirando", "none", "stopped-breathing")]
    [InlineData("she seems like respira", "unclear", "")]
    [InlineData("yes creo", "unclear", "")]
    [InlineData("no esta breathing", "none", "stopped-breathing")]
    [InlineData("i called 911. ya respira", "normal", "called breathing-now")]
    [InlineData("the ambulance is coming pero dejo de respirar", "none", "stopped-breathing help-coming")]
    [InlineData("gave him narcan y vomito", "unclear", "dose-given vomiting")]
    [InlineData("esta throwing up", "unclear", "vomiting")]
    public void HearsBoth(string text, string answer, string facts)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var reading = Home.Readers.Read(text, Steps.At("respond/breathing"), language);
            (reading.Answer ?? "unclear").ShouldBe(answer, $"{language}: {string.Join("; ", reading.Why)}");
            reading.Facts.ToHashSet().SetEquals(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeTrue($"{language}: {string.Join(' ', reading.Facts)} | {string.Join("; ", reading.Why)}");
        }
    }

    [Theory]
    [InlineData("he come once")]
    [InlineData("sin city red me son has a pan")]
    [InlineData("come sit with me son")]
    [InlineData("the red one on sale")]
    public void InventsNothingFromWordsOfTheOtherLanguage(string text)
    {
        var reading = Home.Readers.Read(text, Steps.At("respond/wake"), "en");
        reading.Facts.ShouldBeEmpty(string.Join("; ", reading.Why));
        reading.Answer.ShouldBeNull();
        var inSpanish = Home.Spanish.Read(text, Steps.At("respond/wake"));
        inSpanish.Facts.ShouldBeEmpty(string.Join("; ", inSpanish.Why));
    }

    // Each labelled message reads the same with both books as with its own, and nothing unsafe is added.
    [Theory]
    [InlineData("en", "tuning.tsv")]
    [InlineData("en", "second-pass.tsv")]
    [InlineData("en", "replays.tsv")]
    [InlineData("en", "blind.tsv")]
    [InlineData("es", "es-tuning.tsv")]
    [InlineData("es", "es-blind.tsv")]
    [InlineData("es", "es-second-pass.tsv")]
    [InlineData("es", "es-third-pass.tsv")]
    public void ASecondBookAddsNothingWrong(string language, string file)
    {
        var changed = new List<string>();
        foreach (var message in Labelled.Load(file))
        {
            var alone = message.Read(language == "en" ? Home.Reader : Home.Spanish);
            var both = message.Read(Home.Readers, language);
            if (both.Answer != alone.Answer || !both.Facts.SequenceEqual(alone.Facts) || both.Intent != alone.Intent)
            {
                changed.Add($"{message.At} \"{message.Text}\": {alone.Answer} [{string.Join(' ', alone.Facts)}] {alone.Intent} -> {both.Answer} [{string.Join(' ', both.Facts)}] {both.Intent} {both.Language} | {string.Join("; ", both.Why)}");
            }
        }

        changed.ForEach(output.WriteLine);
        changed.ShouldBeEmpty();
    }

    [Fact]
    public void ReadsTheSameOnManyThreadsAndTwice()
    {
        var wanted = Home.Readers.Read("my friend no respira", Steps.At("respond/breathing"), "en");
        Parallel.For(0, 2000, i =>
        {
            Home.Readers.Read($"le di {i} sprays idk hes awake", Steps.At("naloxone/spray"), i % 2 == 0 ? "en" : "es");
            var reading = Home.Readers.Read("my friend no respira", Steps.At("respond/breathing"), "en");
            reading.Heard.ShouldBe(wanted.Heard);
            reading.Why.ShouldBe(wanted.Why);
        });
    }

    [Fact]
    public void TellsWhatAReadCosts()
    {
        var sets = new[] { "tuning.tsv", "es-tuning.tsv" }.SelectMany(Labelled.Load).ToList();
        sets.ForEach(message => message.Read(Home.Readers, "en"));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            sets.ForEach(message => message.Read(Home.Readers, "en"));
        }

        output.WriteLine($"{watch.Elapsed.TotalMicroseconds / 20 / sets.Count:0.0} µs a message, both books");
        sets.Count.ShouldBeGreaterThan(1000);
    }
}
