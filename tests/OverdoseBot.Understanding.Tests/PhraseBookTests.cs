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
}
