using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>Who is let in.</summary>
public sealed class GoodTokenTests
{
    [Fact]
    public async Task A_channels_message_is_taken_and_the_call_ends_empty()
    {
        await using var stage = await Stage.SetAsync();

        (await stage.PostAsync(stage.Message("he is blue"), stage.Token())).ShouldBe((200, ""));
    }

    [Fact]
    public async Task The_serviceurl_of_the_token_counts_in_any_letters()
    {
        await using var stage = await Stage.SetAsync();
        var message = stage.Message("he is blue", but: a => a["serviceUrl"] = ((string)a["serviceUrl"]!).ToUpperInvariant());

        (await stage.PostAsync(message, stage.Token())).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("1.0", "appid", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("1.0", "appid", "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("2.0", "azp", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    public async Task An_emulator_with_the_bots_own_secret_may_speak_for_any_channel(string version, string claim, string issuer)
    {
        await using var stage = await Stage.SetAsync();
        var token = stage.Issuer.Emulator[0].Sign(Claims.Emulator(stage.Now, c =>
        {
            c.Remove("appid");
            (c["iss"], c["ver"], c[claim]) = (issuer, version, Claims.App);
        }));

        (await stage.PostAsync(stage.Message("he is blue", channel: "emulator"), token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_emulators_tenants_are_the_bots_own_when_it_has_one_and_no_others()
    {
        const string own = "22222222-2222-2222-2222-222222222222";
        await using var stage = await Stage.SetAsync(settings: [("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", own)]);

        (await Post(own)).ShouldBe(200);
        (await Post("33333333-3333-3333-3333-333333333333")).ShouldBe(401);

        async Task<int> Post(string tenant) => (await stage.PostAsync(
            stage.Message("he is blue"), stage.Issuer.Emulator[0].Sign(Claims.Emulator(stage.Now, c => (c["iss"], c["tid"]) = ($"https://sts.windows.net/{tenant}/", tenant))))).Status;
    }

    [Fact]
    public async Task In_the_government_cloud_its_own_issuer_counts_and_the_public_one_does_not()
    {
        await using var stage = await Stage.SetAsync(settings: ("ChannelService", "https://botframework.azure.us"));

        (await stage.PostAsync(stage.Message("he is blue"), stage.Token(c => c["iss"] = "https://api.botframework.us"))).Status.ShouldBe(200);
        (await stage.PostAsync(stage.Message("he is blue"), stage.Token())).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Bytes_that_are_no_activity_are_refused_only_after_the_token()
    {
        await using var stage = await Stage.SetAsync();
        var good = "Bearer " + stage.Token();

        (await stage.PostAsync("{", null)).Status.ShouldBe(401);
        foreach (var body in new[] { "", "{", "[]", "null", "{}", """{"type":""}""", """{"type":"message","timestamp":"yesterday"}""" })
        {
            (await stage.PostAsync(body, good)).Status.ShouldBe(400, body);
        }

        (await stage.PostAsync(new string(' ', 300_000), good)).Status.ShouldBe(413);
        (await stage.PostAsync("he is blue", good, "text/plain")).Status.ShouldBe(415);
        (await stage.PostAsync(stage.Message("x", but: a => a["conversation"] = new JsonObject()), stage.Token())).Status.ShouldBe(400);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, "/api/messages");
            using var answer = await stage.Server.Http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(405);
        }
    }
}
