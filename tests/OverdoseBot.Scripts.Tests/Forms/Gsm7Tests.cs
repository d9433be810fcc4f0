namespace OverdoseBot.Scripts.Tests.Forms;

/// <summary>The vectors of wire-protocols.md 5.9.</summary>
public sealed class Gsm7Tests
{
    public static TheoryData<string, int?, int> Vectors => new()
    {
        { "", 0, 1 },
        { Times("a", 160), 160, 1 },
        { Times("a", 161), 161, 2 },
        { Times("a", 306), 306, 2 },
        { Times("a", 307), 307, 3 },
        { Times("a", 158) + "€", 160, 1 },
        { Times("a", 159) + "€", 161, 2 },
        { Times("a", 152) + "€" + Times("a", 152), 306, 3 },
        { Times("á", 70), null, 1 },
        { Times("á", 71), null, 2 },
        { Times("á", 134), null, 2 },
        { Times("á", 135), null, 3 },
        { Times("😟", 35), null, 1 },
        { Times("😟", 36), null, 2 },
        { Times("á", 66) + "😟" + Times("á", 66), null, 3 },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Counts_septets_and_segments(string text, int? septets, int segments)
    {
        Gsm7.Septets(text).ShouldBe(septets);
        Gsm7.Segments(text).ShouldBe(segments);
        Gsm7.FitsOne(text).ShouldBe(septets is <= 160);
    }

    [Fact]
    public void Knows_the_whole_basic_set() =>
        Gsm7.Septets("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").ShouldBe(127);

    [Theory]
    [InlineData("\f^{}\\[~]|€")]
    public void Counts_the_extension_table_twice(string text) => Gsm7.Septets(text).ShouldBe(2 * text.Length);

    [Theory]
    [InlineData("`")]
    [InlineData("’")]
    [InlineData("“")]
    [InlineData("–")]
    [InlineData("—")]
    [InlineData("…")]
    [InlineData("•")]
    [InlineData("\u00a0")]
    [InlineData("ç")]
    [InlineData("á")]
    [InlineData("Í")]
    [InlineData("\t")]
    public void Knows_what_is_outside(string text) => Gsm7.Septets(text).ShouldBeNull();

    [Theory]
    [InlineData("éñÑü¿¡")]
    public void Knows_what_of_Spanish_is_inside(string text) => Gsm7.Septets(text).ShouldBe(text.Length);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
