using System.Text;
using Ical.Net;

namespace OverdoseBot.Bot.Tests.Reminders;

/// <summary>The calendar file of the web (RFC 5545), read back by another program's parser.</summary>
public sealed class CalendarFileTests
{
    [Theory]
    [InlineData("en", "remind me", "narcan", "Narcan 4 mg: good till February 2027. Get a new one.")]
    [InlineData("en", "yes", null, "Naloxone kit: good till February 2027. Get a new one.")]
    [InlineData("es", "dame un aviso", "prenoxad", "Prenoxad: sirve hasta febrero de 2027. Consigue uno nuevo.")]
    public async Task Another_parser_reads_the_day_and_the_words(string language, string text, string? product, string summary)
    {
        var file = await FileAsync(language, text, product);

        var calendar = Calendar.Load(file)!;

        calendar.Version.ShouldBe("2.0");
        var day = calendar.Events.ShouldHaveSingleItem();
        day.Summary.ShouldBe(summary);
        (day.IsAllDay, day.Start!.Date).ShouldBe((true, new DateOnly(2027, 1, 29)));
        day.Uid.ShouldNotBeNullOrEmpty();
        day.DtStamp!.AsUtc.ShouldBe(Given.Now.UtcDateTime);
        day.Alarms.ShouldHaveSingleItem().Action.ShouldBe("DISPLAY");
    }

    [Fact]
    public async Task Lines_end_and_fold_as_the_standard_says()
    {
        var file = await FileAsync("es", "dame un aviso", "atomiser");

        file.ShouldEndWith("END:VCALENDAR\r\n");
        file.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        file.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        file.ShouldContain("\r\n ");
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("no")]
    [InlineData("he is not breathing, remind me")]
    public async Task No_file_comes_unasked_or_into_an_emergency(string text)
    {
        var turn = await Shipped.Adapter().RunAsync(At("en", null), Given.Text(text), Given.Now);

        turn.Outgoing.ShouldAllBe(m => m.Attachments == null || m.Attachments.Count == 0);
    }

    [Fact]
    public async Task On_sms_there_is_no_file_but_a_wish_that_holds_product_and_date_only()
    {
        var reference = new SavedReference("sms", "sms", null, new SavedAccount("sms-1"), new SavedAccount("sealed"), new SavedAccount("overdosebot"));
        var turn = await Shipped.Adapter().RunAsync(At("en", "narcan") with { Sms = true, Reference = reference }, Given.Text("remind"), Given.Now);

        turn.Outgoing.ShouldAllBe(m => m.Attachments == null || m.Attachments.Count == 0);
        var wish = turn.ToReminder.ShouldHaveSingleItem();
        (wish.Name, wish.From.Id, wish.Text).ShouldBe((Bot.Reminders.SetEvent, "sealed", null));
        wish.Value.ToString()!.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"product":"narcan","date":"2027-02","region":"us","language":"en","target":"sms"}""");
    }

    private static async Task<string> FileAsync(string language, string text, string? product)
    {
        var turn = await Shipped.Adapter().RunAsync(At(language, product), Given.Text(text), Given.Now);
        var attached = turn.Outgoing[^1].Attachments.ShouldHaveSingleItem();
        (attached.ContentType, attached.Name).ShouldBe(("text/calendar", "kit.ics"));
        return Encoding.UTF8.GetString(Convert.FromBase64String(attached.ContentUrl.Split("base64,")[1]));
    }

    private static CaseRecord At(string language, string? product) =>
        Given.At("kit/remind") with { Language = language, Product = product, Expires = new DateOnly(2027, 2, 1) };
}
