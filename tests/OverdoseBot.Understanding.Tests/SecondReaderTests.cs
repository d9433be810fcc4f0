using System.Text;
using OverdoseBot.Understanding.Examples;

namespace OverdoseBot.Understanding.Tests;

/// <summary>The second reader errs on the side of care, whatever it learned.</summary>
public sealed class SecondReaderTests
{
    private static IEnumerable<Labelled> All => Directory.GetFiles(Home.Of("dialogs", "examples"), "??-?.tsv").SelectMany(Labelled.LoadWhole);

    [Fact]
    public void Who_grieves_is_told_no_news()
    {
        foreach (var message in All)
        {
            var asked = Dialogs.At("after/start");
            var (alone, both) = (Home.Readers.Read(message.Text, asked, "en"), Home.Both.Read(message.Text, asked, "en"));
            both.Facts.ShouldBe(alone.Facts, message.Text);
            both.Answer.ShouldBe(alone.Answer, message.Text);
        }
    }

    [Fact]
    public void A_wish_to_die_that_the_grammar_heard_stays_heard()
    {
        foreach (var message in All)
        {
            if (message.Read(Home.Readers, "en").Distress == "self-harm")
            {
                var both = message.Read(Home.Both, "en");
                both.Distress.ShouldBe("self-harm", message.Text);
                both.Intent.ShouldBe("self-harm", message.Text);
            }
        }
    }

    [Fact]
    public void What_an_answer_tells_is_told_whichever_reader_understood_it()
    {
        foreach (var message in All)
        {
            var both = message.Read(Home.Both, "en");
            if (message.Text.Any(char.IsLetter) && both.Answer is { } answer && Home.EnglishBook.Tells.TryGetValue(answer, out var facts))
            {
                // A spray that was given is none at hand.
                var told = facts.Where(fact => fact != "kit-here" || !both.Facts.Contains("dose-given")).ToArray();
                told.ShouldBeSubsetOf(both.Facts, message.Text);
                told.ShouldBeSubsetOf(both.Heard, message.Text);
            }
        }
    }

    // Each of these looks to it like the news that is barred.
    [Theory]
    [InlineData("respond/compressions", "hes asking where we are", "en", "woke")]
    [InlineData("respond/compressions", "he's asking for my name", "en", "woke")]
    [InlineData("respond/compressions", "hes yelling at me to push harder", "en", "woke")]
    [InlineData("respond/compressions", "she said stop compressions and check", "en", "woke")]
    [InlineData("respond/compressions", "pregunta donde estamos", "es", "woke")]
    [InlineData("respond/breaths", "yes his chest goes up", "en", "normal")]
    [InlineData("respond/handover", "los paramedicos se fueron y no se lo llevaron", "es", "taken-over")]
    [InlineData("respond/compressions", "she has a 6 month old", "en", "infant")]
    public void What_the_book_bars_is_not_taken_from_likeness(string at, string text, string language, string barred)
    {
        var reading = Home.Both.Read(text, Dialogs.At(at), language);
        reading.Answer.ShouldNotBe(barred);
        reading.Facts.ShouldNotContain(barred);
    }

    [Fact]
    public void Every_button_typed_stays_its_answer()
    {
        foreach (var (step, choice) in Dialogs.Steps.SelectMany(step => Dialogs.Buttons(step).Select(choice => (step, choice))))
        {
            var asked = Dialogs.Of(step) with { Asks = step.Asks };
            Home.Both.Read(choice.Web, asked, "en").Answer.ShouldBe(Home.Readers.Read(choice.Web, asked, "en").Answer, $"{step.Place}: {choice.Web}");
        }
    }

    [Fact]
    public void Learning_twice_gives_the_same_to_the_byte_and_a_changed_example_must_be_learned()
    {
        var dialogs = Directory.CreateTempSubdirectory("examples");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(dialogs.FullName, "examples")).FullName;
            File.WriteAllText(Path.Combine(folder, "a.tsv"), """
                at	text	answer	facts	intent	distress	language
                respond/wake	eyes open and talking	woke	woke	other	calm	en
                respond/wake	eyes open and talking to me	woke	woke	other	calm	en
                respond/wake	eyes open talking to her mum	woke	woke	other	calm	en
                respond/wake	limp as a rag	not-waking	-	emergency	calm	en
                respond/wake	limp as a doll	not-waking	-	emergency	calm	en
                respond/wake	limp as a cloth	not-waking	-	emergency	calm	en

                """);
            Lessons.Learn(dialogs.FullName, Home.Readers, Dialogs.Question, []).Examples.ShouldBe(6);
            var first = File.ReadAllBytes(Path.Combine(folder, "learned.txt"));
            Lessons.Learn(dialogs.FullName, Home.Readers, Dialogs.Question, []);
            File.ReadAllBytes(Path.Combine(folder, "learned.txt")).ShouldBe(first);
            Lessons.Read(dialogs.FullName).Traits.ShouldBeGreaterThan(0);

            File.AppendAllText(Path.Combine(folder, "a.tsv"), "respond/wake\tlimp\tnot-waking\t-\temergency\tcalm\ten\n");
            Should.Throw<FormatException>(() => Lessons.Read(dialogs.FullName)).Message.ShouldContain("Run the verb learn");
        }
        finally
        {
            dialogs.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("respond/nowhere\thi\tunclear\t-\tother\tcalm\ten", "a.tsv:2: there is no step \"respond/nowhere\".")]
    [InlineData("respond/wake\thi", "a.tsv:2 is not at, text, answer, facts, intent with tabs between.")]
    public void A_line_that_cannot_be_read_is_named(string line, string message)
    {
        var dialogs = Directory.CreateTempSubdirectory("examples");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(dialogs.FullName, "examples")).FullName;
            File.WriteAllText(Path.Combine(folder, "a.tsv"), $"at\ttext\n{line}\n");
            Should.Throw<FormatException>(() => Lessons.Learn(dialogs.FullName, Home.Readers, at => at == "respond/wake" ? Dialogs.Question(at) : null, [])).Message.ShouldBe(message);
        }
        finally
        {
            dialogs.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("learned x\nhead answer/a a b\nw hi\tAAAA\n", 3)]
    [InlineData("learned x\nhead answer/a a b\nunit 1\n", 3)]
    [InlineData("learned x\nhead answer/a a b\nunit 1 NaN\n", 3)]
    [InlineData("learned x\nhead answer/a a b\nUNITS", 67)]
    [InlineData("learned x\nhead answer/a a b\nUNITSno tab\n", 68)]
    [InlineData("learned x\nhead answer/a a b\nUNITSw hi\tAAAA\n", 68)]
    [InlineData("learned x\nhead answer/a a b\nUNITSw hi\tno base\n", 68)]
    public void A_file_that_nobody_learned_is_refused(string text, int line)
    {
        // "UNITS" is every hidden unit but the last where the file ends with it, and all of them elsewhere.
        var units = string.Concat(Enumerable.Repeat("unit 1 -1\n", text.EndsWith("UNITS", StringComparison.Ordinal) ? Learned.Units : Learned.Units + 1));
        var thrown = Should.Throw<FormatException>(() => LearnedFile.Read(Encoding.UTF8.GetBytes(text.Replace("UNITS", units, StringComparison.Ordinal))));
        thrown.Message.ShouldContain($"line {line} ");
    }
}
