using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

public sealed class ChatPlanReaderTests
{
    private const string Header = "dialog respond   region US   language en   device nasal-4mg";

    [Fact]
    public void Leaves_out_what_record_writes()
    {
        var plan = Read("# A chat.", Header, "", "< Call 911 now.   (start)", "<sms Call.   (start)", "> hes blue    ~ blue   ~sms unclear", "= end start");

        plan.Lines.OfType<ChatLine.Writes>().ShouldHaveSingleItem().Text.ShouldBe("hes blue");
        plan.Lines.Length.ShouldBe(4);
    }

    [Fact]
    public void Reads_taps_of_the_newest_and_of_older_buttons()
    {
        var taps = Read(Header, "> [None, or a gasp now and then]", "> [Normal @ breathing]   ~ old tap normal").Lines.OfType<ChatLine.Taps>().ToList();

        (taps[0].Label, taps[0].Step).ShouldBe(("None, or a gasp now and then", null));
        (taps[1].Label, taps[1].Step).ShouldBe(("Normal", "breathing"));
    }

    [Theory]
    [InlineData("    90s later", 90)]
    [InlineData("  2m later", 120)]
    [InlineData("    6h later", 21600)]
    public void Reads_times(string line, int seconds) =>
        Read(Header, line).Lines.OfType<ChatLine.Later>().ShouldHaveSingleItem().Span.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Reads_a_restart() => Read(Header, "    restart the service").Lines.OfType<ChatLine.Restart>().ShouldHaveSingleItem();

    [Fact]
    public void Reads_the_header()
    {
        var header = Read("dialog after   region US   language en   zone -05:00   saved naloxone/spray,respond/breaths").Header;

        (header.Dialog, header.Region, header.Zone).ShouldBe(("after", "us", TimeSpan.FromHours(-5)));
        header.Saved.Select(p => p.ToString()).ShouldBe(["naloxone/spray", "respond/breaths"]);
    }

    [Theory]
    [InlineData("dialog respond\n\n2m later", "x.chat:3")]
    [InlineData("dialog respond\n\n    soon", "x.chat:3")]
    [InlineData("# only a remark", "x.chat:1")]
    [InlineData("dialog respond   colour blue", "x.chat:1")]
    [InlineData("dialog respond   saved nowhere", "x.chat:1")]
    public void Says_where_a_plan_is_wrong(string text, string at) =>
        Should.Throw<ChatPlanException>(() => ChatPlanReader.Read(text, "x.chat")).Message.ShouldStartWith(at);

    [Fact]
    public async Task Says_which_buttons_there_were_when_a_tapped_one_is_missing()
    {
        var error = await Should.ThrowAsync<ChatPlanException>(() => new ChatPlayer(Shipped.Library, Shipped.Reader).PageAsync(Read(Header, "> [Go home]")));

        error.Message.ShouldStartWith("x.chat:2: There is no button [Go home]. Shown: [It is happening now]");
    }

    private static ChatPlan Read(params string[] lines) => ChatPlanReader.Read(string.Join('\n', lines), "x.chat");
}
