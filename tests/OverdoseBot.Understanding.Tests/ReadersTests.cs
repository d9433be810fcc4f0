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
    [InlineData("mi bro no esta breathing", "none", "stopped-breathing")]
    [InlineData("si", "normal", "breathing-now")]
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

    // The first message of a person comes while the conversation still has the other language.
    [Theory]
    [InlineData("es", "tuning.tsv")]
    [InlineData("es", "second-pass.tsv")]
    [InlineData("es", "replays.tsv")]
    [InlineData("en", "es-tuning.tsv")]
    [InlineData("en", "es-second-pass.tsv")]
    [InlineData("en", "es-third-pass.tsv")]
    public void IsSafeWhateverTheLanguageBefore(string before, string file)
    {
        var set = Labelled.Load(file).Select(message => (message, reading: message.Read(Home.Readers, before))).ToList();
        var wrong = set.Where(read => !read.message.IsRight(read.reading)).ToList();
        foreach (var (message, reading) in wrong)
        {
            output.WriteLine($"{(LosesOnly(message, reading) ? "lost  " : Unsafe.Is(message, reading) ? "UNSAFE" : "wrong ")} {message.At} \"{message.Text}\" want {message.Answer} [{message.Facts}] got {reading.Answer} [{string.Join(' ', reading.Facts)}] {reading.Language} | {string.Join("; ", reading.Why)}");
        }

        output.WriteLine($"{file} after {before}: {set.Count - wrong.Count} of {set.Count}");
        wrong.ShouldAllBe(read => LosesOnly(read.message, read.reading) || !Unsafe.Is(read.message, read.reading));
    }

    // Nothing understood, in a language nothing shows: the step then asks again or takes the worse answer.
    private static bool LosesOnly(Labelled message, Reading reading) => reading.Answer is null && reading.Facts.Count == 0 && Words(message.Text) < 3;

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [Fact]
    public void ReadsAnythingTheSameTwice()
    {
        var pieces = new[] { "no ", "si ", "se ", "not ", "breathing ", "respira ", "¿", "?", ". ", "le di ", "gave ", "5 ", "creo que ", "i think ", "\uD800", "🆘", "ñ", "que hago ", "y ", "\0", "ya no " };
        var random = new Random(20261122);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(5) == 0 ? ((char)random.Next(0x10000)).ToString() : pieces[random.Next(pieces.Length)]));
            var first = Home.Readers.Read(text, Steps.At("respond/breathing"), i % 2 == 0 ? "en" : "es");
            var second = Home.Readers.Read(text, Steps.At("respond/breathing"), i % 2 == 0 ? "en" : "es");
            second.Heard.ShouldBe(first.Heard);
            second.Language.ShouldBe(first.Language);
            second.Why.ShouldBe(first.Why);
            first.Facts.ShouldBeSubsetOf(first.Heard);
        }
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
