using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>What is heard beside all else is heard however it is said, and hides nothing.</summary>
public sealed class BesideTests
{
    private static readonly HashSet<string> s_new = [.. Home.EnglishBook.Signals.Where(signal => signal.Beside).SelectMany(signal => signal.So)];

    public static TheoryData<string> Sets =>
        ["tuning.tsv", "blind.tsv", "second-pass.tsv", "vocabulary-tuning.tsv", "vocabulary-blind.tsv", "vocabulary-second.tsv"];

    /// <summary>Each message alone, and with a new word told behind it, reads as with a book that knows no such words.</summary>
    [Theory]
    [MemberData(nameof(Sets))]
    public void ChangesNothingElse(string name)
    {
        // The same words stay known, so that only the hearing differs.
        var without = new Reader(Home.EnglishBook with
        {
            Signals = [.. Home.EnglishBook.Signals.Where(signal => !signal.Beside)],
            Ordinary = [.. Home.EnglishBook.Ordinary, .. Home.EnglishBook.Signals.Where(signal => signal.Beside).SelectMany(Words)],
        });
        foreach (var cells in File.ReadLines(Home.Messages(name)).Skip(1).Select(line => line.Split('\t')))
        {
            foreach (var text in new[] { cells[1], cells[1] + ". should i slap him", "hes on the toilet, " + cells[1] })
            {
                var (with, plain) = (Home.Reader.Read(text, Steps.At(cells[0])), without.Read(text, Steps.At(cells[0])));
                with.Answer.ShouldBe(plain.Answer, text);
                with.Heard.Where(word => !s_new.Contains(word)).ShouldBe(plain.Heard, text);
                with.Facts.ShouldBe(plain.Facts, text);
                with.Intent.ShouldBe(plain.Intent, text);
                with.Dose.ShouldBe(plain.Dose, text);
            }
        }
    }

    [Theory]
    [InlineData("should i put him in the shower", true)]
    [InlineData("im putting him in the shower", true)]
    [InlineData("we put him in the shower", true)]
    [InlineData("i will put him in the shower", true)]
    [InlineData("why dont we put him in the shower", true)]
    [InlineData("hes not breathing in the shower", true)]
    [InlineData("dont put him in the shower", false)]
    public void IsHeardHoweverItIsSaidUnlessDenied(string text, bool heard) =>
        Home.Reader.Read(text, Steps.At("respond/wake")).Heard.Contains("shower").ShouldBe(heard);

    [Theory]
    [InlineData("i have kloxxado", true)]
    [InlineData("i have it here, its kloxxado", true)]
    [InlineData("i have narcan but no kloxxado", false)]
    [InlineData("i dont have kloxxado", false)]
    [InlineData("my neighbor has kloxxado", false)]
    [InlineData("do you have kloxxado", false)]
    [InlineData("kloxxado", true)]
    public void AProductIsHeardOnlyInTheHand(string text, bool heard) =>
        Home.Reader.Read(text, Steps.At("respond/compressions")).Heard.Contains("kloxxado").ShouldBe(heard);

    private static IEnumerable<string> Words(PhraseSignal signal) =>
        signal.Say.Concat(signal.Alone).SelectMany(pattern => pattern.Split(' ', '|')).Select(word => word.TrimEnd('?'))
            .Where(word => word.Length > 0 && word != ".." && word[0] != '<');
}
