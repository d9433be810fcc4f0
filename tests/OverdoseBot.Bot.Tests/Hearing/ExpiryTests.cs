using OverdoseBot.Understanding;

namespace OverdoseBot.Bot.Tests.Hearing;

/// <summary>The month in which a kit ends, as people type it off a box. The day is 14 March 2026.</summary>
public sealed class ExpiryTests
{
    [Theory]
    [InlineData("05/2028", 2028, 5)]
    [InlineData("5/28", 2028, 5)]
    [InlineData("05-2028", 2028, 5)]
    [InlineData("5.2028", 2028, 5)]
    [InlineData("05 2028", 2028, 5)]
    [InlineData("2028/05", 2028, 5)]
    [InlineData("2028-05-31", 2028, 5)]
    [InlineData("05/31/2028", 2028, 5)]
    [InlineData("31/05/2028", 2028, 5)]
    [InlineData("05/05/28", 2028, 5)]
    [InlineData("052028", 2028, 5)]
    [InlineData("0528", 2028, 5)]
    [InlineData("20280531", 2028, 5)]
    [InlineData("31052028", 2028, 5)]
    [InlineData("EXP MAY 2028", 2028, 5)]
    [InlineData("MAY2028", 2028, 5)]
    [InlineData("may 28", 2028, 5)]
    [InlineData("May 31, 2028", 2028, 5)]
    [InlineData("31 may 28", 2028, 5)]
    [InlineData("2028 May", 2028, 5)]
    [InlineData("end of may of 2028 i think", 2028, 5)]
    [InlineData("sept 2027", 2027, 9)]
    [InlineData("mayo de 2028", 2028, 5)]
    [InlineData("CAD ENE 2027", 2027, 1)]
    [InlineData("dice diciembre del 27", 2027, 12)]
    [InlineData("i have 2 sprays, exp 05/2028", 2028, 5)]
    [InlineData("LOT 123456 EXP 12/2027", 2027, 12)]
    [InlineData("03/2021", 2021, 3)]
    public void Many_forms_are_one_month(string text, int year, int month) =>
        Expiry.Read(text, Shipped.Library, Given.Now).ShouldBe(new DateOnly(year, month, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("idk")]
    [InlineData("2028")]
    [InlineData("may")]
    [InlineData("it may be 2028")]
    [InlineData("03/04/27")]
    [InlineData("03/04/2027")]
    [InlineData("13/2028")]
    [InlineData("00/2028")]
    [InlineData("05/1928")]
    [InlineData("05/2128")]
    [InlineData("05/2027 or 06/2027")]
    [InlineData("may 2027 or june 2028")]
    [InlineData("99999999999999999999")]
    [InlineData("-1/-1")]
    [InlineData("٠٥/٢٠٢٨")]
    [InlineData("05/0028")]
    public void What_could_be_two_or_none_is_asked_for_again(string? text) => Expiry.Read(text, Shipped.Library, Given.Now).ShouldBeNull();

    [Theory]
    [InlineData("03/2026", "kit/remind")]
    [InlineData("02/2026", "kit/keep")]
    [InlineData("idk", "kit/date-again")]
    public async Task A_kit_is_good_till_the_end_of_its_month(string text, string step)
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At("kit/date"), Given.Text(text), Given.Now);

        (turn.Error, $"{turn.Record.Stack[0].Dialog}/{turn.Record.Stack[0].Step}").ShouldBe((null, step));
    }

    [Fact]
    public void A_date_is_an_answer_only_where_it_is_asked_for()
    {
        var turn = new Turn(Shipped.Library, Given.At("respond/breathing"), Given.Now) { Typed = true, Reading = new Reading { Answer = "unclear" } };

        Expiry.Take(turn, Shipped.Step("respond/breathing"), "05/2028");

        (turn.Reading.Answer, turn.Record.Expires).ShouldBe(("unclear", null));
    }
}
