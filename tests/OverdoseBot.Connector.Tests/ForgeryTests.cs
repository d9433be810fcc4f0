using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace OverdoseBot.Connector.Tests;

/// <summary>The forgeries of wire-protocols.md 2.2 "Testing without Azure", and more: each is refused with its status, and nothing of it is heard.</summary>
public sealed class ForgeryTests(SharedStage shared, ITestOutputHelper output) : IClassFixture<SharedStage>
{
    // What is sent: a token (null: none) and an activity. Each begins right and is wrong in one thing.
    private static readonly Dictionary<string, (int Status, Func<Stage, string?> Authorization, Action<JsonObject>? Activity)> _table = new()
    {
        ["no token"] = (401, _ => null, null),
        ["another scheme"] = (401, s => "Basic " + s.Token(), null),
        ["a scheme and nothing else"] = (401, _ => "Bearer", null),
        ["no token at all in the token's place"] = (401, _ => "Bearer a.b.c", null),
        ["a token of 20 KB"] = (401, _ => "Bearer " + new string('a', 20_000), null),
        ["for another bot"] = Claim("aud", "00000000-0000-0000-0000-000000000001"),
        ["for nobody"] = Claim("aud", null),
        ["from another issuer"] = Claim("iss", "https://api.botframework.example"),
        ["from the other cloud's issuer"] = Claim("iss", "https://api.botframework.us"),
        ["from no issuer"] = Claim("iss", null),
        ["expired 6 minutes ago"] = (401, s => Bearer(s, c => c["exp"] = Minutes(s, -6)), null),
        ["valid in 6 minutes"] = (401, s => Bearer(s, c => c["nbf"] = Minutes(s, 6)), null),
        ["valid for ever"] = Claim("exp", null),
        ["unsigned (alg none)"] = (401, s => "Bearer " + SigningKey.Unsigned(Header("none", s), Good(s)) + ".", null),
        ["alg none with a real signature"] = (401, s => "Bearer " + s.Issuer.Channels[0].Sign(Good(s), Header("none", s)), null),
        ["HS256 with the public key as its secret"] = (401, s => "Bearer " + Hs256(s), null),
        ["says RS512 and is signed with RS256"] = (401, s => "Bearer " + s.Issuer.Channels[0].Sign(Good(s), Header("RS512", s)), null),
        ["signed with an unknown key"] = (401, s => "Bearer " + Stranger("nobody").Sign(Good(s)), null),
        ["signed with an unknown key under a known name"] = (401, s => "Bearer " + Stranger("channel-1").Sign(Good(s)), null),
        ["with no key named"] = (401, s => "Bearer " + s.Issuer.Channels[0].Sign(Good(s), new JsonObject { ["alg"] = "RS256" }), null),
        ["with its own key in the header"] = (401, s => "Bearer " + OwnKey(s), null),
        ["changed after it was signed"] = (401, Changed, null),
        ["signed by the emulator's key"] = (401, s => "Bearer " + s.Issuer.Emulator[0].Sign(Good(s)), null),
        ["for a channel that the key is not endorsed for"] = (403, s => Bearer(s), a => a["channelId"] = "telegram"),
        ["for a channel in other letters"] = (403, s => Bearer(s), a => a["channelId"] = "DirectLine"),
        ["for no channel"] = (403, s => Bearer(s), a => a.Remove("channelId")),
        ["for another serviceUrl"] = (403, s => Bearer(s), a => a["serviceUrl"] = "http://127.0.0.1:10/"),
        ["for no serviceUrl"] = (403, s => Bearer(s), a => a.Remove("serviceUrl")),
        ["that says no serviceUrl"] = (403, s => Bearer(s, c => c.Remove("serviceurl")), null),
        ["with a serviceUrl that may have no reply"] = Service("https://evil.example/"),
        ["with an http serviceUrl"] = Service("http://smba.trafficmanager.net/teams/"),
        ["with a serviceUrl that is none"] = Service("smba.trafficmanager.net"),
        ["emulator: another issuer's tenant, named by the token itself"] = Emulator(c => (c["iss"], c["tid"]) = ("https://sts.windows.net/11111111-1111-1111-1111-111111111111/", "11111111-1111-1111-1111-111111111111")),
        ["emulator: given to another app"] = Emulator(c => c["appid"] = "00000000-0000-0000-0000-000000000001"),
        ["emulator: version 2.0 given to another app"] = Emulator(c => (c["ver"], c["azp"]) = ("2.0", "00000000-0000-0000-0000-000000000001")),
        ["emulator: version 2.0 with the claim of 1.0"] = Emulator(c => c["ver"] = "2.0"),
        ["emulator: no version"] = Emulator(c => c.Remove("ver")),
        ["emulator: for another bot"] = Emulator(c => c["aud"] = "00000000-0000-0000-0000-000000000001"),
        ["emulator: signed by the channels' key"] = (401, s => "Bearer " + s.Issuer.Channels[0].Sign(Claims.Emulator(s.Now)), null),
    };

    public static TheoryData<string> Forgeries => [.. _table.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_refused_and_nothing_of_it_is_heard(string name)
    {
        var stage = shared.Stage;
        var (expected, authorization, but) = _table[name];
        var forged = stage.Message("he is blue", conversation: name, but: but);

        var (status, body) = await stage.PostAsync(forged.ToJsonString(), authorization(stage));

        output.WriteLine($"{status} {name}: {JsonNode.Parse(body)!["error"]!["message"]}");
        status.ShouldBe(expected);
        body.ShouldNotContain("blue");
        (await stage.HistoryAsync(forged)).ShouldBeEmpty();
        var good = stage.Message("he is blue", conversation: name);
        (await stage.PostAsync(good, stage.Token())).ShouldBe((200, ""));
        (await stage.HistoryAsync(good)).Count.ShouldBe(1, "the same without the forgery is heard");
    }

    [Theory]
    [InlineData("exp", -4)]
    [InlineData("nbf", 4)]
    public async Task Clocks_may_differ_by_less_than_five_minutes(string claim, int minutes)
    {
        await using var stage = await Stage.SetAsync();

        (await stage.PostAsync(stage.Message("he is blue"), stage.Token(c => c[claim] = Minutes(stage, minutes)))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_log_says_why_once_a_minute_and_never_what_was_sent()
    {
        await using var stage = await Stage.SetAsync();
        for (var i = 0; i < 5; i++)
        {
            await stage.PostAsync(stage.Message("he is blue"), stage.Token(c => c["aud"] = "00000000-0000-0000-0000-000000000001"));
        }

        var lines = stage.Server.Logs.All.Where(l => l.Contains("was refused")).ToList();
        lines.Count.ShouldBe(1);
        lines[0].ShouldContain("for another bot");
        stage.Server.Logs.All.ShouldNotContain(l => l.Contains("blue") || l.Contains("user-1") || l.Contains("eyJ"));
    }

    private static (int, Func<Stage, string?>, Action<JsonObject>?) Claim(string name, string? value) => (401, s => Bearer(s, c => c[name] = value), null);

    private static (int, Func<Stage, string?>, Action<JsonObject>?) Service(string url) =>
        (403, s => Bearer(s, c => c["serviceurl"] = url), a => a["serviceUrl"] = url);

    private static (int, Func<Stage, string?>, Action<JsonObject>?) Emulator(Action<JsonObject> but) =>
        (401, s => "Bearer " + s.Issuer.Emulator[0].Sign(Claims.Emulator(s.Now, but)), null);

    private static string Bearer(Stage stage, Action<JsonObject>? but = null) => "Bearer " + stage.Token(but);

    private static JsonObject Good(Stage stage) => Claims.Channel(stage.Now, stage.ServiceUrl);

    private static JsonObject Header(string algorithm, Stage stage) => new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = stage.Issuer.Channels[0].Id };

    private static SigningKey Stranger(string id) => new(id, "directline");

    private static long Minutes(Stage stage, int minutes) => stage.Now.AddMinutes(minutes).ToUnixTimeSeconds();

    private static string Hs256(Stage stage)
    {
        var signed = SigningKey.Unsigned(Header("HS256", stage), Good(stage));
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(stage.Issuer.Channels[0].PublicKey, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string OwnKey(Stage stage)
    {
        var key = Stranger("mine");
        return key.Sign(Good(stage), new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "mine", ["jwk"] = key.Published() });
    }

    private static string Changed(Stage stage)
    {
        var parts = stage.Token().Split('.');
        var claims = Claims.Channel(stage.Now, stage.ServiceUrl, c => c["exp"] = Minutes(stage, 600));
        return $"Bearer {parts[0]}.{SigningKey.Unsigned([], claims).Split('.')[1]}.{parts[2]}";
    }
}
