namespace OverdoseBot.DirectLine.Tests;

/// <summary>A program with the server-side secret: it reaches every conversation of ours, and nothing else (wire-protocols.md 3.2).</summary>
public sealed class SecretTests
{
    private const string Secret = "a-secret-of-the-clinic-0001";
    private static readonly (string, string)[] _closed = [("DirectLine:AllowAnonymous", "false"), ("DirectLine:Secret", Secret)];

    [Fact]
    public async Task A_client_made_with_the_secret_starts_posts_reads_and_reconnects_with_it_alone()
    {
        await using var server = await Server.StartAsync(settings: _closed);
        var started = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", Secret, Visitor.Json("""{"user":{"id":"r_page"}}"""));
        started.Code.ShouldBe(201, "an id that cannot be used is not used");
        var program = new Visitor(server.Http, Secret, started["conversationId"]);
        using var stream = await Listener.OpenAsync(started["streamUrl"]);

        (await program.SayAsync("he is blue", "one")).Code.ShouldBe(200);
        await stream.ReplyAsync("one");
        var (read, watermark) = await program.ReadAsync();
        (await program.SayAsync("not waking", "two")).Code.ShouldBe(200);
        using var again = await program.ListenAsync(watermark);
        await again.ReplyAsync("two");

        var users = read.Concat(again.Activities).Where(a => (string?)a["from"]!["role"] == "user").Select(a => (string)a["from"]!["id"]!).Distinct().ToList();
        users.ShouldHaveSingleItem().ShouldStartWith("dl_");
        users[0].ShouldNotContain(program.Conversation["web-".Length..]);
    }

    [Fact]
    public async Task It_reaches_a_conversation_that_a_person_began_and_their_token_goes_on()
    {
        await using var server = await Server.StartAsync(settings: ("DirectLine:Secret", Secret));
        var person = await Visitor.StartedAsync(server.Http);
        await person.SayAsync("he is blue", "theirs");

        var program = new Visitor(server.Http, Secret, person.Conversation);
        (await program.ReadAsync()).Activities.ShouldContain(a => (string?)a["text"] == "he is blue");

        (await person.SayAsync("not waking")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_conversation_whose_text_was_deleted_is_told_so()
    {
        await using var server = await Server.StartAsync(settings: _closed);
        var started = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", Secret, null);
        var program = new Visitor(server.Http, Secret, started["conversationId"]);
        await program.SayAsync("he is blue");
        var (before, _) = await program.ReadAsync();
        await server.Journal.ForgetAsync(program.Conversation, default);

        await program.SayAsync("not waking");

        ((string?)(await program.ReadAsync()).Activities[0]["text"]).ShouldNotBe((string?)before[0]["text"]);
    }

    [Theory]
    [InlineData("sms-0123456789abcdef0123456789abcdef")]
    [InlineData("web-")]
    [InlineData("web-0123456789ABCDEFGHJKMNP")]
    [InlineData("web-0123456789ABCDEFGHJKMNPQR")]
    [InlineData("web-0123456789ABCDEFGHJKMNP%7C")]
    [InlineData("web-0123456789ABCDEFGHJKMNPI")]
    [InlineData("WEB-0123456789ABCDEFGHJKMNPQ")]
    [InlineData("unknown")]
    public async Task What_is_no_conversation_of_ours_it_does_not_reach(string id)
    {
        await using var server = await Server.StartAsync(settings: _closed);
        var program = new Visitor(server.Http, Secret, id);

        (await program.ReconnectAsync()).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(403), a => a.Error.ShouldBe("Forbidden"));
        (await program.SayAsync("he is blue")).Code.ShouldBe(401);
    }

    [Theory]
    [InlineData("a-secret-of-the-clinic-0002")]
    [InlineData("a-secret-of-the-clinic-000")]
    [InlineData("A-SECRET-OF-THE-CLINIC-0001")]
    public async Task Another_secret_opens_nothing(string wrong)
    {
        await using var server = await Server.StartAsync(settings: ("DirectLine:Secret", Secret));
        var person = await Visitor.StartedAsync(server.Http);
        var program = new Visitor(server.Http, wrong, person.Conversation);

        (await program.ReconnectAsync()).Code.ShouldBe(403);
        (await program.SayAsync("he is blue")).Code.ShouldBe(401);
        (await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", wrong, null)).Code.ShouldBe(403);
    }

    [Fact]
    public async Task It_is_not_counted_like_one_address()
    {
        var one = new Channels.Http.Allowance(1, 1, 1);
        await using var server = await Server.StartAsync(o => o with { NewChats = one, Posts = one, Looks = one }, settings: _closed);
        var started = await Visitor.CallAsync(server.Http, HttpMethod.Post, Visitor.Base + "/conversations", Secret, null);
        var program = new Visitor(server.Http, Secret, started["conversationId"]);
        for (var i = 0; i < 5; i++)
        {
            await program.SayAsync("he is blue");
            await program.ReadAsync();
        }

        (await server.Journal.HistoryAsync(program.Conversation, 0, 100, default)).Count.ShouldBe(6);
    }
}
