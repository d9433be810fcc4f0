using System.Diagnostics;
using System.Text;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Nothing that can be typed, pasted or sent breaks the reader or holds it up.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] s_pieces =
    [
        "\0", "\uD800", "\uDC00", "\uDBFF\uDFFF", "\u202E", "\u200D", "🆘", "👍🏽", "שלום", "нет", "不呼吸", "é", "ﬀ", "\uFFFF", "'", "’’’",
        "?", "!", "...", "\n", "\t", " ", "not ", "breathing ", "he ", "is ", "if ", "no ", "5 ", "every ", "10 sec ", "gave ", "i ", "or ", "wait ",
        "dont know ", "slow ", "ok ", "what do i do ", "aaaaaaaa", "'s", "99999999999999999999", "ſ", "ß", "İ", "ĸ", "\u0300",
    ];

    [Fact]
    public void ReadsAnythingInBoundedTimeAndTheSameTwice()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 3000; i++)
        {
            var text = Text(random);
            var asked = Steps.At(i % 2 == 0 ? "respond/breathing" : "naloxone/kind");
            var watch = Stopwatch.StartNew();
            var first = Home.Reader.Read(text, asked);
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
            var second = Home.Reader.Read(text, asked);
            second.Answer.ShouldBe(first.Answer);
            second.Heard.ShouldBe(first.Heard);
            second.Intent.ShouldBe(first.Intent);
            second.Dose.ShouldBe(first.Dose);
            second.Why.ShouldBe(first.Why);
            first.Heard.ShouldBeUnique();
            first.Facts.ShouldBeSubsetOf(first.Heard);
        }
    }

    [Theory]
    [InlineData("he ")]
    [InlineData("slow ")]
    [InlineData("not breathing ")]
    [InlineData("i have the not the ")]
    [InlineData("gave him just really ")]
    [InlineData("abreathinqq ")]
    public void ReadsTheLongestRepetitionQuickly(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length));
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            Home.Reader.Read(text, Steps.At("respond/breathing"));
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        // A few milliseconds; the rest is room for a busy machine.
        best.ShouldBeLessThan(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void KeepsTheHeadAndTheTailOfAMegabyte()
    {
        var filling = new string('x', 1_000_000);
        Home.Reader.Read("hes not breathing. " + filling, Steps.At("respond/wake")).Facts.ShouldContain("stopped-breathing");
        Home.Reader.Read(filling + " hes not breathing", Steps.At("respond/wake")).Facts.ShouldContain("stopped-breathing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!?!")]
    [InlineData("xyzzy plugh")]
    public void HearsNothingInNothing(string text)
    {
        var reading = Home.Reader.Read(text, Steps.At("respond/breathing"));
        reading.Answer.ShouldBeNull();
        reading.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void ReadsTheSameOnManyThreads()
    {
        var wanted = Home.Reader.Read("he was breathing but now hes not", Steps.At("respond/breathing")).Answer;
        Parallel.For(0, 2000, i =>
        {
            Home.Reader.Read($"gave {i} sprays idk hes awake", Steps.At("naloxone/spray"));
            Home.Reader.Read("he was breathing but now hes not", Steps.At("respond/breathing")).Answer.ShouldBe(wanted);
        });
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, random.Next(2) == 0 ? 30 : 4000);
        while (text.Length < length)
        {
            _ = random.Next(4) == 0 ? text.Append((char)random.Next(0x10000)) : text.Append(s_pieces[random.Next(s_pieces.Length)]);
        }

        return text.ToString(0, Math.Min(length, text.Length));
    }
}
