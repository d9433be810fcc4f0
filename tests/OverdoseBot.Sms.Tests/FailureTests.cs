using OverdoseBot.Scripts;

namespace OverdoseBot.Sms.Tests;

/// <summary>Each documented failure (wire-protocols.md 5.5), at once from the API and later by report.</summary>
public sealed class FailureTests
{
    private const string Missed = "My last texts did not reach you.";
    private static readonly TimeSpan _soon = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(5);

    public static TheoryData<int, string> Hopeless { get; } = new()
    {
        { 21211, "Warning" }, { 21614, "Warning" }, { 21617, "Warning" }, { 21635, "Warning" }, { 30004, "Warning" }, { 30005, "Warning" }, { 30006, "Warning" },
        { 21408, "Critical" }, { 21606, "Critical" }, { 21608, "Critical" }, { 21612, "Critical" }, { 30032, "Critical" }, { 30034, "Critical" }, { 30450, "Critical" },
        { 30610, "Critical" }, { 30047, "Critical" }, { 20003, "Critical" }, { 99999, "Warning" },
    };

    [Theory]
    [MemberData(nameof(Hopeless))]
    public async Task What_nothing_helps_is_given_up_told_to_the_operator_and_to_the_person_when_they_write(int code, string level)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        night.Api.Next(ApiReply.Refused(code));

        var request = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        (await night.UntilSentAsync(_moment)).ShouldBeNull("it is not tried again");

        night.Server.Logs.All.ShouldContain(l => l.StartsWith(level, StringComparison.Ordinal) && l.Contains($"code {code}"));
        night.Server.Log.ShouldNotContain("5550101");
        night.Server.Log.ShouldNotContain(request["Body"]);
        await AssertTellsAsync(night);
    }

    [Fact]
    public async Task An_answer_to_the_credentials_alone_names_the_settings()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        night.Api.Next(new ApiReply(401));

        (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        (await night.UntilSentAsync(_moment)).ShouldBeNull();

        night.Server.Logs.All.ShouldContain(l => l.StartsWith("Critical", StringComparison.Ordinal) && l.Contains("AuthToken"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_opted_out_is_marked_and_nothing_more_is_tried_till_start(bool byReport)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        if (!byReport)
        {
            night.Api.Next(ApiReply.Refused(21610));
        }

        var request = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        if (byReport)
        {
            (await night.ReportAsync(request, "failed", 21610)).ShouldBe(204);
        }

        (await night.UntilSentAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1))).ShouldBeNull();
        (await night.Server.RecordAsync(night.Me)).ShouldSatisfyAllConditions(r => r.CutOff.ShouldBeTrue(), r => r.Ended.ShouldBeTrue());
        night.Server.Log.ShouldContain("opted out");

        (await night.Me.TextAsync("YES")).Text.ShouldContain("Watch chest");
        (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("he wont wake up, i called 911", "5", "gave it", "no more naloxone", "no more doses")]
    [InlineData("no despierta, ya llame al 911", "5", "ya le puse la dosis", "no mas naloxona", "no mas dosis")]
    public async Task What_is_filtered_for_its_words_is_sent_once_more_without_the_drug(string first, string second, string third, string filtered, string plain)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync(first);
        await night.Me.TextAsync(second);
        var reply = await night.Me.TextAsync(third);
        reply.Text.ShouldContain(filtered);
        var callback = reply.Callbacks.ShouldHaveSingleItem().ShouldNotBeNull();

        (await night.ReportAsync(new ApiRequest("AC1", "", "", new Dictionary<string, string> { ["StatusCallback"] = callback }, default), "undelivered", 30007)).ShouldBe(204);
        var again = (await night.UntilSentAsync(_moment)).ShouldNotBeNull();

        again["Body"].ShouldContain(plain);
        again["Body"].ShouldNotContain("naloxon");
        Gsm7.FitsOne(again["Body"]).ShouldBeTrue();

        // Once: what is filtered again is given up, and told.
        (await night.ReportAsync(again, "undelivered", 30007)).ShouldBe(204);
        (await night.UntilSentAsync(_moment)).ShouldBeNull();
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(30003)]
    [InlineData(30008)]
    public async Task What_may_go_through_now_is_sent_once_more_and_then_given_up(int code)
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var first = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();

        await night.ReportAsync(first, "undelivered", code);
        var again = (await night.UntilSentAsync(_moment)).ShouldNotBeNull();
        again["Body"].ShouldContain("Watch chest");
        await night.ReportAsync(again, "undelivered", code);

        (await night.UntilSentAsync(_moment)).ShouldBeNull();
        await AssertTellsAsync(night);
    }

    [Fact]
    public async Task A_report_that_repeats_or_comes_late_or_in_another_order_changes_nothing()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var request = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        var before = (await night.Server.TurnsAsync(night.Me)).Count;

        foreach (var status in new[] { "sent", "queued", "accepted", "sending", "delivered", "read", "sent", "scheduled", "canceled", "nonsense" })
        {
            (await night.ReportAsync(request, status)).ShouldBe(204);
        }

        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(before);
        await night.ReportAsync(request, "undelivered", 30005);
        await night.ReportAsync(request, "failed", 30005);
        await night.ReportAsync(request, "sent");
        await night.ReportAsync(request, "delivered");
        (await night.Server.TurnsAsync(night.Me)).Count.ShouldBe(before + 2, "one that failed, and one look at what arrived");
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldNotBeNull("a message that failed does not arrive later");
    }

    [Fact]
    public async Task What_arrives_later_makes_good_what_did_not_and_what_was_overtaken_is_not_spoken_of()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var first = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        await night.ReportAsync(first, "undelivered", 30005);
        var second = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        await night.ReportAsync(second, "delivered");
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldBeNull();

        await night.Me.TextAsync("ok");
        await night.ReportAsync(second, "undelivered", 30003);
        (await night.UntilSentAsync(_moment)).ShouldBeNull("something newer was said since");
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldBeNull();
    }

    [Fact]
    public async Task Reports_that_are_forged_or_about_nothing_are_refused_or_pass_by()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var request = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        List<(string, string)> form = [("MessageSid", "SM1"), ("MessageStatus", "undelivered"), ("ErrorCode", "30007"), ("To", night.Me.From), ("From", night.Me.To)];
        var path = new Uri(request["StatusCallback"]).PathAndQuery;

        (await Texter.SendAsync(night.Server.Http, path, Texter.Encode(form), ("X-Twilio-Signature", Texter.Sign(SmsServer.Public + "/sms/twilio/status", form)))).Code.ShouldBe(403);
        (await Texter.SendAsync(night.Server.Http, path, Texter.Encode(form))).Type.ShouldBe("text/xml; charset=utf-8");
        foreach (var odd in new[] { "?m=", "?m=nothing", "?m=sms-0.0000001-01", "?m=.", "?x=1", "" })
        {
            List<(string, string)> nobody = [("MessageStatus", "failed"), ("ErrorCode", odd.Length % 2 == 0 ? "" : "abc")];
            using var post = Texter.Encode(nobody);
            using var message = new HttpRequestMessage(HttpMethod.Post, "/sms/twilio/status" + odd) { Content = post };
            message.Headers.TryAddWithoutValidation("X-Twilio-Signature", Texter.Sign(SmsServer.Public + "/sms/twilio/status" + odd, nobody));
            using var answer = await night.Server.Http.SendAsync(message);
            ((int)answer.StatusCode).ShouldBe(204, odd);
        }

        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldBeNull();
    }

    [Fact]
    public async Task A_report_set_up_for_all_messages_is_about_the_last_one()
    {
        await using var night = await Night.StartAsync();
        await night.Me.TextAsync("he wont wake up");
        var request = (await night.UntilSentAsync(_soon)).ShouldNotBeNull();
        var everywhere = request with { Form = new Dictionary<string, string>(request.Form) { ["StatusCallback"] = SmsServer.Public + "/sms/twilio/status" } };

        await night.ReportAsync(everywhere, "undelivered", 30005);

        await AssertTellsAsync(night);
    }

    // In one message where both fit, beside it where they do not; and only once.
    private static async Task AssertTellsAsync(Night night)
    {
        (await night.Server.RecordAsync(night.Me)).Unreached.ShouldNotBeNull();
        var answer = await night.Me.TextAsync("5");
        answer.Text.ShouldContain(Missed);
        answer.Texts[0].ShouldStartWith("Call 911");
        answer.Texts.ShouldAllBe(t => Gsm7.FitsOne(t));
        (await night.Me.TextAsync("5")).Text.ShouldNotContain(Missed);
    }
}
