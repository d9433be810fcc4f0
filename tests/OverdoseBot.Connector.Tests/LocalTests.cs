using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OverdoseBot.Channels.Connector;

namespace OverdoseBot.Connector.Tests;

/// <summary>Without an app id callers cannot be told apart: only programs on this machine are served.</summary>
public sealed class LocalTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, true)]
    [InlineData("127.0.0.8", "127.0.0.1:3978", null, true)]
    [InlineData("::1", "[::1]:3978", null, true)]
    [InlineData("::ffff:127.0.0.1", "localhost", null, true)]
    [InlineData("192.0.2.7", "localhost:3978", null, false)]
    [InlineData("2001:db8::7", "localhost:3978", null, false)]
    [InlineData(null, "localhost:3978", null, false)]
    [InlineData("127.0.0.1", "bot.example", null, false)]
    [InlineData("127.0.0.1", "localhost.evil.example", null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "localhost:3978", "X-Original-For", false)]
    [InlineData("127.0.0.1", "localhost:3978", "Forwarded", false)]
    [InlineData("127.0.0.1", "localhost:3978", "Via", false)]
    public void A_caller_on_this_machine_is_told_from_others_and_from_a_proxy(string? address, string host, string? header, bool local)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new HostString(host);
        if (header is not null)
        {
            context.Request.Headers[header] = "192.0.2.7";
        }

        LocalCaller.Is(context).ShouldBe(local);
    }

    [Fact]
    public async Task A_program_on_this_machine_chats_without_a_token_and_gets_its_replies_without_one()
    {
        await using var far = await FarSide.StartAsync(TimeProvider.System);
        await using var server = await Server.StartAsync();

        (await PostAsync(server, far.Url)).ShouldBe(200);
        var reply = (await far.UntilAsync(1))[0];

        reply.Text.ShouldContain("911");
        reply.Authorization.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_through_a_proxy_or_with_a_token_or_wants_replies_elsewhere_is_refused()
    {
        await using var server = await Server.StartAsync();

        (await PostAsync(server, "http://127.0.0.1:9/", ("X-Forwarded-For", "192.0.2.7"))).ShouldBe(403);
        (await PostAsync(server, "http://127.0.0.1:9/", ("Host", "bot.example"))).ShouldBe(403);
        (await PostAsync(server, "http://127.0.0.1:9/", ("Authorization", "Bearer a.b.c"))).ShouldBe(401);
        (await PostAsync(server, "https://smba.trafficmanager.net/teams/")).ShouldBe(403);
    }

    [Fact]
    public async Task With_test_addresses_too_only_this_machine_is_served()
    {
        await using var stage = await Stage.SetAsync();
        var message = stage.Message("he is blue").ToJsonString();

        (await stage.PostAsync(message, "Bearer " + stage.Token(), headers: ("X-Forwarded-For", "192.0.2.7"))).Status.ShouldBe(403);
        (await stage.PostAsync(message, "Bearer " + stage.Token())).Status.ShouldBe(200);
    }

    private static async Task<int> PostAsync(Server server, string serviceUrl, params (string Name, string Value)[] headers)
    {
        var message = JsonNode.Parse("""
            {"type":"message","id":"1","channelId":"emulator","text":"he is blue","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"}}
            """)!;
        message["serviceUrl"] = serviceUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await server.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
