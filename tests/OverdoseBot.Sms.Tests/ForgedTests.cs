using System.Net.Http.Headers;
using System.Text;

namespace OverdoseBot.Sms.Tests;

/// <summary>What Twilio did not sign changes nothing, and whatever is answered is TwiML: other text would be sent to the person.</summary>
public sealed class ForgedTests
{
    private static readonly Dictionary<string, Func<Texter, List<(string Name, string Value)>, string?>> _forgeries = new()
    {
        ["no signature"] = (_, _) => null,
        ["an empty signature"] = (_, _) => "",
        ["random bytes"] = (_, _) => Convert.ToBase64String(Encoding.UTF8.GetBytes("12345678901234567890")),
        ["no Base64"] = (_, _) => "!!!!",
        ["a very long one"] = (_, _) => new string('A', 8_000),
        ["another account's token"] = (_, form) => Texter.Sign(Url, form, "54321"),
        ["the empty token"] = (_, form) => Texter.Sign(Url, form, ""),
        ["another address"] = (_, form) => Texter.Sign("https://evil.example/sms/twilio", form),
        ["plain http"] = (_, form) => Texter.Sign(Url.Replace("https", "http", StringComparison.Ordinal), form),
        ["another path"] = (_, form) => Texter.Sign(Url + "/", form),
        ["another query"] = (_, form) => Texter.Sign(Url + "?a=1", form),
        ["the address alone"] = (_, _) => Texter.Sign(Url, []),
        ["one field less"] = (_, form) => Texter.Sign(Url, form.Where(f => f.Name != "NumMedia")),
        ["an empty field less"] = (_, form) => Texter.Sign(Url, form.Append(("Unsaid", ""))),
        ["one field more"] = (_, form) => Texter.Sign(Url, form.Append(("Extra", "1"))),
        ["another text"] = (_, form) => Texter.Sign(Url, form.Select(f => f.Name == "Body" ? ("Body", "he is fine") : f)),
        ["another sender"] = (_, form) => Texter.Sign(Url, form.Select(f => f.Name == "From" ? ("From", "+16175550199") : f)),
        ["a trimmed text"] = (_, form) => Texter.Sign(Url, form.Select(f => (f.Name, f.Value.Trim()))),
        ["lower case"] = (_, form) => Texter.Sign(Url, form).ToLowerInvariant(),
    };

    public static TheoryData<string> Forgeries { get; } = [.. _forgeries.Keys];

    private const string Url = SmsServer.Public + "/sms/twilio";

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_403_in_TwiML_and_nothing_is_kept(string forgery)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        var form = me.Form(" not breathing ", Texter.Sid());

        var answer = await Texter.SendAsync(server.Http, "/sms/twilio", Texter.Encode(form), ("X-Twilio-Signature", _forgeries[forgery](me, form)));

        (answer.Code, answer.Type, answer.Texts.Count).ShouldBe((403, "text/xml; charset=utf-8", 0));
        (await server.TurnsAsync(me)).ShouldBeEmpty();
        server.Log.ShouldContain("turned away");
        server.Log.ShouldNotContain("5550101");
    }

    [Fact]
    public async Task A_flood_of_forgeries_is_told_once_a_minute()
    {
        await using var night = await Night.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            (await Texter.SendAsync(night.Server.Http, "/sms/twilio", Texter.Encode(night.Me.Form("x", Texter.Sid())))).Code.ShouldBe(403);
            night.Time.Advance(TimeSpan.FromSeconds(0.7));
        }

        night.Server.Logs.All.Count(l => l.Contains("turned away")).ShouldBe(2);
    }

    [Fact]
    public async Task A_signature_that_was_seen_serves_no_other_message()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        var form = me.Form("not breathing", Texter.Sid());
        var signature = Texter.Sign(Url, form);
        (await me.PostAsync(form)).Code.ShouldBe(200);

        form[^2] = ("From", "+16175550199");
        (await Texter.SendAsync(server.Http, "/sms/twilio", Texter.Encode(form), ("X-Twilio-Signature", signature))).Code.ShouldBe(403);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_413_in_TwiML()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        var answer = await me.PostAsync(me.Form(new string('x', 80_000), Texter.Sid()));

        (answer.Code, answer.Type, answer.Texts.Count).ShouldBe((413, "text/xml; charset=utf-8", 0));
        (await me.TextAsync("not breathing")).Code.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405_in_TwiML(string method)
    {
        await using var server = await SmsServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/sms/twilio?From=%2B16175550101&Body=x");

        using var answer = await server.Http.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(405);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/xml");
        answer.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_signed_body_that_is_no_form_is_let_in_by_its_hash_and_only_by_it()
    {
        await using var server = await SmsServer.StartAsync();
        const string Path = "/sms/twilio?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
        var signature = Texter.Sign(SmsServer.Public + Path, []);

        Task<Answer> SendAsync(string json) => Texter.SendAsync(
            server.Http, Path, new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")), ("X-Twilio-Signature", signature));

        (await SendAsync("""{"a":1}""")).Code.ShouldBe(200);
        (await SendAsync("""{"a":2}""")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task The_headers_of_a_proxy_on_this_machine_make_the_address_and_those_of_the_caller_do_not_beat_the_setting()
    {
        await using var unset = await SmsServer.StartAsync(settings: ("Sms:Twilio:PublicUrl", null));
        await using var set = await SmsServer.StartAsync();
        (string, string?)[] proxy = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "bot.example")];
        (string, string?)[] evil = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example")];
        var me = new Texter(unset.Http);
        var form = me.Form("not breathing", Texter.Sid());

        (await me.PostAsync(form, headers: proxy)).Code.ShouldBe(200);
        (await me.PostAsync(form)).Code.ShouldBe(403);
        (await new Texter(set.Http).PostAsync(form, headers: evil)).Code.ShouldBe(200);
        (await Texter.SendAsync(set.Http, "/sms/twilio", Texter.Encode(form), [("X-Twilio-Signature", Texter.Sign("https://evil.example/sms/twilio", form)), .. evil])).Code.ShouldBe(403);
    }

    [Fact]
    public async Task While_a_token_is_changed_the_old_one_counts_too()
    {
        await using var server = await SmsServer.StartAsync(settings: ("Sms:Twilio:AuthToken", "new-token, " + SmsServer.Token));

        (await new Texter(server.Http).TextAsync("not breathing")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task Without_an_auth_token_there_is_no_such_address()
    {
        await using var server = await SmsServer.StartAsync(settings: ("Sms:Twilio:AuthToken", null));
        using var answer = await server.Http.PostAsync("/sms/twilio", Texter.Encode([("From", "+16175550101")]));

        ((int)answer.StatusCode).ShouldBe(404);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }
}
