using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Tokens: wire-protocols.md 3.2 and DL-4 to DL-6.</summary>
public sealed class TokenTests
{
    private const string Secret = "a-secret-of-the-clinic-0001";

    [Fact]
    public async Task DL04_a_visitor_gets_a_token_with_a_server_made_identity()
    {
        await using var server = await Server.StartAsync();

        var one = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", null, null);
        var two = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", null, Visitor.Json("""{"user":{"id":"dl_mine"}}"""));

        one.Code.ShouldBe(200);
        Claims(one)["user"]!.ToString().ShouldStartWith("dl_");
        Claims(one)["conv"]!.ToString().ShouldBe(one["conversationId"]);
        Claims(two)["user"]!.ToString().ShouldNotBe("dl_mine", "without the secret nobody chooses who they are");
        two["conversationId"].ShouldNotBe(one["conversationId"]);
        one.Json!["expires_in"]!.GetValue<int>().ShouldBe(1800);
    }

    [Fact]
    public async Task DL04_closed_to_strangers_only_the_secret_gets_tokens()
    {
        await using var server = await Server.StartAsync(settings: [("DirectLine:AllowAnonymous", "false"), ("DirectLine:Secret", Secret)]);

        (await Generate(server, null)).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(401), a => a.Error.ShouldBe("Unauthorized"));
        (await Generate(server, "wrong")).Code.ShouldBe(401);
        var named = await Generate(server, Secret, """{"user":{"id":"dl_nurse"}}""");
        Claims(named)["user"]!.ToString().ShouldBe("dl_nurse");
        (await Generate(server, Secret, """{"user":{"id":"nurse"}}""")).Code.ShouldBe(400);
        (await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", Secret, null)).Code.ShouldBe(201);
    }

    [Fact]
    public async Task DL04_a_token_is_refused_to_nobody_because_a_page_without_one_would_be_silent()
    {
        await using var server = await Server.StartAsync();

        for (var i = 0; i < 700; i++)
        {
            (await Generate(server, null)).Code.ShouldBe(200);
        }

        (await Visitor.StartedAsync(server.Http)).ShouldNotBeNull("a token begins nothing: nothing of the allowance is used up");
    }

    [Fact]
    public async Task DL05_a_start_is_201_and_then_200_for_the_same_conversation()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);

        var first = await visitor.StartAsync();
        var again = await visitor.StartAsync(body: null);

        (first.Code, again.Code).ShouldBe((201, 200));
        again["conversationId"].ShouldBe(first["conversationId"]);
        (await visitor.ReadAsync()).Activities.Length.ShouldBe(1, "it greets once");
    }

    [Fact]
    public async Task DL05_a_store_that_is_away_does_not_turn_a_start_away()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.NewAsync(server.Http);
        server.Journal.Away = true;

        (await visitor.StartAsync()).Code.ShouldBe(201);
        (await visitor.ReconnectAsync()).Code.ShouldBe(200);
    }

    [Fact]
    public async Task DL06_a_phone_that_slept_is_let_in_for_a_while_and_then_no_more()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);

        time.Advance(TimeSpan.FromMinutes(31));
        (await visitor.SayAsync("he is blue")).Code.ShouldBe(200);
        var refreshed = await Refresh(server, visitor.Token);
        refreshed.Code.ShouldBe(200);
        refreshed["token"].ShouldNotBe(visitor.Token);
        refreshed["conversationId"].ShouldBe(visitor.Conversation);
        Claims(refreshed)["user"]!.ToString().ShouldBe(Claims(visitor.Token)["user"]!.ToString());

        time.Advance(TimeSpan.FromHours(3));
        (await visitor.ReconnectAsync()).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(403), a => a.Error.ShouldBe("TokenExpired"));
        (await visitor.SayAsync("again")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(401), a => a.Error.ShouldBe("TokenExpired"));
    }

    [Fact]
    public async Task A_chat_kept_on_a_phone_gets_new_tokens_as_long_as_the_conversation_is_kept()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time);
        var visitor = await Visitor.StartedAsync(server.Http);
        var first = visitor.Token;

        for (var day = 1; day <= 3; day++)
        {
            time.Advance(TimeSpan.FromHours(23));
            (await visitor.ReconnectAsync()).Code.ShouldBe(403, "a day old");
            var old = visitor.Token;
            visitor.Token = (await Refresh(server, old))["token"];
            visitor.Token.ShouldNotBe(old);
            (await visitor.SayAsync($"day {day}")).Code.ShouldBe(200);
            (await visitor.ReadAsync()).Activities.Count(a => (string?)a["text"] == $"day {day}").ShouldBe(1);
        }

        (await visitor.ReadAsync()).Activities.ShouldContain(a => (string?)a["text"] == "day 1");
        (await Refresh(server, first)).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(403), a => a.Error.ShouldBe("TokenExpired"));
        time.Advance(TimeSpan.FromHours(25));
        (await Refresh(server, visitor.Token)).Error.ShouldBe("TokenExpired");
    }

    [Theory]
    [InlineData("00:00:02", 2)]
    [InlineData("", 1800)]
    public async Task How_long_a_token_lives_can_be_set(string life, int seconds)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await Server.StartAsync(time, settings: ("DirectLine:TokenLife", life));
        var visitor = await Visitor.StartedAsync(server.Http);

        (await Refresh(server, visitor.Token)).Json!["expires_in"]!.GetValue<int>().ShouldBe(seconds);
        time.Advance(TimeSpan.FromSeconds((seconds * 5) - 1));
        (await visitor.ReconnectAsync()).Code.ShouldBe(200);
        time.Advance(TimeSpan.FromSeconds(2));
        (await visitor.ReconnectAsync()).Code.ShouldBe(403);
        (await Refresh(server, visitor.Token)).Code.ShouldBe(200);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2.00:00:00")]
    [InlineData("half an hour")]
    public async Task A_life_that_makes_no_sense_is_told(string life)
    {
        var told = await Should.ThrowAsync<OverdoseBot.Wiring.OptionsException>(() => Server.StartAsync(settings: ("DirectLine:TokenLife", life)));

        told.Message.ShouldContain("such as 00:30:00");
    }

    [Fact]
    public async Task DL06_tokens_survive_a_restart_and_their_key_is_its_owners_alone()
    {
        var folder = Server.NewFolder();
        string token, conversation;
        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            (token, conversation) = (visitor.Token, visitor.Conversation);
        }

        await using (var server = await Server.StartAsync(folder: folder))
        {
            (await new Visitor(server.Http, token, conversation).SayAsync("he is blue")).Code.ShouldBe(200);
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Path.Combine(folder, "journal.db.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        await using (var server = await Server.StartAsync(folder: folder, settings: ("DirectLine:SigningKey", new string('k', 32))))
        {
            (await new Visitor(server.Http, token, conversation).ReconnectAsync()).Code.ShouldBe(403, "another key, another signature");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_token_of_the_old_key_opens_its_chat_while_keys_change_and_is_changed_for_one_of_the_new()
    {
        var folder = Server.NewFolder();
        var (one, other) = (new string('k', 32), new string('l', 32));
        string token, conversation;
        await using (var server = await Server.StartAsync(folder: folder, settings: ("DirectLine:SigningKey", one)))
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            (token, conversation) = (visitor.Token, visitor.Conversation);
        }

        await using (var server = await Server.StartAsync(folder: folder, settings: [("DirectLine:SigningKey", other), ("DirectLine:OldSigningKeys", one)]))
        {
            (await new Visitor(server.Http, token, conversation).SayAsync("he is blue")).Code.ShouldBe(200);
            token = (await Refresh(server, token))["token"];
        }

        await using (var server = await Server.StartAsync(folder: folder, settings: ("DirectLine:SigningKey", other)))
        {
            (await new Visitor(server.Http, token, conversation).ReconnectAsync()).Code.ShouldBe(200);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_key_file_that_was_moved_aside_is_an_old_key_and_a_new_one_is_made()
    {
        var folder = Server.NewFolder();
        var file = Path.Combine(folder, "journal.db.key");
        string token, conversation;
        await using (var server = await Server.StartAsync(folder: folder))
        {
            var visitor = await Visitor.StartedAsync(server.Http);
            (token, conversation) = (visitor.Token, visitor.Conversation);
        }

        File.Move(file, file + ".old");
        await using (var server = await Server.StartAsync(folder: folder))
        {
            (await new Visitor(server.Http, token, conversation).SayAsync("he is blue")).Code.ShouldBe(200);
            File.ReadAllBytes(file).ShouldNotBe(File.ReadAllBytes(file + ".old"));
        }

        File.Delete(file + ".old");
        await using (var server = await Server.StartAsync(folder: folder))
        {
            (await new Visitor(server.Http, token, conversation).ReconnectAsync()).Code.ShouldBe(403);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("DirectLine:OldSigningKeys")]
    [InlineData("DirectLine:OldSigningKeys:0")]
    public async Task An_old_key_that_is_too_short_is_told(string name)
    {
        var told = await Should.ThrowAsync<OverdoseBot.Wiring.OptionsException>(() => Server.StartAsync(settings: (name, "hush-hush")));
        told.Message.ShouldSatisfyAllConditions(m => m.ShouldContain("DirectLine:OldSigningKeys is too short"), m => m.ShouldNotContain("hush"));
    }

    private static Task<Answer> Generate(Server server, string? secret, string? body = null) =>
        Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/generate", secret, body is null ? null : Visitor.Json(body));

    private static Task<Answer> Refresh(Server server, string token) => Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/tokens/refresh", token, null);

    private static JsonNode Claims(Answer answer) => Claims(answer["token"]);

    private static JsonNode Claims(string token) => JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1])))!;
}
