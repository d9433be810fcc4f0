using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>A wrong phrase book says where it is wrong and what to do, all at once.</summary>
public sealed class PhraseBookTests
{
    private static readonly string s_good = File.ReadAllText(Home.Of("dialogs", "phrases", "en.yaml"));

    [Fact]
    public void SaysEveryFaultWithItsPlace()
    {
        var bad = s_good.Replace("say: [<pulse>,", "say: [<pulze>,", StringComparison.Ordinal)
            .Replace("  pulse:\n    news: good", "  pulse:\n    news: joyful", StringComparison.Ordinal);

        var faults = Should.Throw<PhraseBookException>(() => PhraseBookReader.Read(bad, "en.yaml")).Faults;

        faults.Count.ShouldBe(2);
        faults[0].ToString().ShouldMatch(@"^en\.yaml:\d+:\d+: news is good, bad or plain\.");
        faults[1].Message.ShouldContain("'<pulze>' is not a class of this book");
        faults[1].Line.ShouldBeGreaterThan(faults[0].Line);
    }

    [Theory]
    [InlineData("language: [", "this is not YAML")]
    [InlineData("- a", "a phrase book is one mapping")]
    [InlineData("", "a phrase book is one mapping")]
    [InlineData("language: en", "'classes:' is missing")]
    [InlineData("lingo: en", "'lingo' is not known here")]
    public void SaysWhatToDo(string yaml, string message) =>
        Should.Throw<PhraseBookException>(() => PhraseBookReader.Read(yaml, "x.yaml")).Faults
            .ShouldContain(fault => fault.Message.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("    so: [unclear, odd, worse]", "    so: [unclear, wrose]", "'wrose' is no meaning")]
    [InlineData("  calling: [called, calling]", "  caling: [called, calling]", "'caling' is no answer word")]
    [InlineData("  - human: [human]", "  - humane: [human]", "'humane' is no intent")]
    [InlineData("in: { after: dead }", "in: { after: deda }", "'deda' is no meaning")]
    [InlineData("  7: stopped-breathing", "  7: stoped-breathing", "'stoped-breathing' is no meaning")]
    [InlineData("facts: [stopped-breathing,", "facts: [stoped-breathing,", "Did you mean \"stopped-breathing\"?")]
    [InlineData("mine: [self?]", "mine: [slef?]", "'slef?' is no meaning")]
    [InlineData("    with: kit-here", "    with: kit-heer", "'kit-heer' is no meaning")]
    [InlineData("    beside: true\n    so: rivive", "    so: rivive", "'with:' is only for what is heard beside")]
    [InlineData("    so: two-people", "    so: two-poeple", "'two-poeple' is no meaning")]
    public void KnowsEveryMeaningAndSaysWhereOneIsMisspelt(string good, string bad, string message)
    {
        var at = s_good.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var text = s_good[..at] + bad + s_good[(at + good.Length)..];

        var fault = Should.Throw<PhraseBookException>(() => PhraseBookReader.Read(text, "en.yaml")).Faults.ShouldHaveSingleItem();

        fault.Message.ShouldContain(message);
        fault.Line.ShouldBe(s_good[..at].Count(c => c == '\n') + 1 + good.TakeWhile(c => c == '\n').Count());
        fault.Column.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void WritesItsClassesOut()
    {
        var text = s_good.Replace("classes:\n", "classes:\n  some: [a|b c? d, <others>, d]\n  others: [e]\n", StringComparison.Ordinal);

        PhraseBookReader.Read(text, "en.yaml").Classes["some"].ShouldBe(["a c d", "a d", "b c d", "b d", "e", "d"]);
    }

    [Theory]
    [InlineData("some: [a, <othres>]", "'<othres>' is not a class of this book")]
    [InlineData("some: [<others>]\n  others: [<some>]", "holds itself")]
    [InlineData("some: [a|b a|b a|b a|b a|b a|b a|b a|b]", "has too many forms")]
    public void SaysWhatIsWrongWithAClass(string classes, string message)
    {
        var text = s_good.Replace("classes:\n", $"classes:\n  {classes}\n", StringComparison.Ordinal);

        Should.Throw<PhraseBookException>(() => PhraseBookReader.Read(text, "en.yaml")).Faults.ShouldContain(fault => fault.Message.Contains(message, StringComparison.Ordinal));
    }
}
