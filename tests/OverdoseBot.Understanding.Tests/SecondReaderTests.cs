using OverdoseBot.Understanding.Examples;

namespace OverdoseBot.Understanding.Tests;

/// <summary>The second reader errs on the side of care, whatever it learned.</summary>
public sealed class SecondReaderTests
{
    private static readonly string[] s_calmIntents = ["prepare", "after", "restart"];

    private static IEnumerable<Labelled> All => Directory.GetFiles(Home.Of("dialogs", "examples"), "??-?.tsv").SelectMany(Labelled.LoadWhole);

    [Fact]
    public void Good_news_is_never_its_own()
    {
        foreach (var message in All)
        {
            var (alone, both) = (message.Read(Home.Readers, "en"), message.Read(Home.Both, "en"));
            both.Facts.Where(Home.EnglishBook.Good.Contains).ShouldBeSubsetOf(alone.Facts, message.Text);
            if (both.Answer is { } answer && Home.EnglishBook.Good.Contains(answer))
            {
                answer.ShouldBe(alone.Answer, message.Text);
            }

            if (s_calmIntents.Contains(both.Intent))
            {
                both.Intent.ShouldBe(alone.Intent, message.Text);
            }
        }
    }

    [Fact]
    public void Bad_news_is_never_taken_back()
    {
        foreach (var message in All)
        {
            var (alone, both) = (message.Read(Home.Readers, "en"), message.Read(Home.Both, "en"));
            alone.Heard.Where(Home.EnglishBook.Bad.Contains).ShouldBeSubsetOf(both.Heard, message.Text);
        }
    }

    [Fact]
    public void Who_grieves_is_told_no_news()
    {
        foreach (var message in All)
        {
            var asked = Dialogs.At("after/start");
            var (alone, both) = (Home.Readers.Read(message.Text, asked, "en"), Home.Both.Read(message.Text, asked, "en"));
            both.Facts.ShouldBeSubsetOf(alone.Facts, message.Text);
        }
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
                respond/wake	limp as a rag	not-waking	-	emergency	calm	en
                respond/wake	limp as a doll	not-waking	-	emergency	calm	en

                """);
            Lessons.Learn(dialogs.FullName, _ => ["woke", "not-waking"], []).Examples.ShouldBe(4);
            var first = File.ReadAllBytes(Path.Combine(folder, "learned.txt"));
            Lessons.Learn(dialogs.FullName, _ => ["woke", "not-waking"], []);
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
            Should.Throw<FormatException>(() => Lessons.Learn(dialogs.FullName, at => at == "respond/wake" ? ["woke"] : null, [])).Message.ShouldBe(message);
        }
        finally
        {
            dialogs.Delete(recursive: true);
        }
    }
}
