using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.Connector;

namespace OverdoseBot.Connector.Tests;

/// <summary>The bot's own token: kept, renewed early, and not asked for more often than helps.</summary>
public sealed class BotTokenTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero));
    private readonly List<Login> _logins = [];
    private readonly BotToken _token;

    public BotTokenTests() => _token = new BotToken(NewLogin, "https://api.botframework.com/.default", _time, NullLogger.Instance);

    public void Dispose() => _token.Dispose();

    [Fact]
    public async Task It_is_kept_and_from_five_minutes_before_its_end_another_is_fetched()
    {
        (await GetAsync()).ShouldBe("1.1");
        _time.Advance(TimeSpan.FromMinutes(54));
        (await GetAsync()).ShouldBe("1.1");
        _time.Advance(TimeSpan.FromMinutes(1.5));
        (await GetAsync()).ShouldBe("1.1", "nobody waits while it is good");

        (await GetAsync()).ShouldBe("1.2");
    }

    [Fact]
    public async Task While_the_login_service_fails_it_is_used_to_its_end_and_not_longer()
    {
        await GetAsync();
        _logins[0].Away = true;
        _time.Advance(TimeSpan.FromMinutes(59.9));
        (await GetAsync()).ShouldBe("1.1");

        _time.Advance(TimeSpan.FromMinutes(1));
        await Should.ThrowAsync<BotTokenException>(async () => await GetAsync());
    }

    [Fact]
    public async Task A_login_service_that_fails_is_asked_once_in_five_seconds()
    {
        _logins[0].Away = true;
        for (var i = 0; i < 20; i++)
        {
            await Should.ThrowAsync<BotTokenException>(async () => await GetAsync());
        }

        _logins[0].Asked.ShouldBe(1);
        _logins[0].Away = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        (await GetAsync()).ShouldBe("1.1");
    }

    [Fact]
    public async Task Many_at_once_ask_for_one()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => GetAsync()));

        all.ShouldAllBe(t => t == "1.1");
    }

    [Fact]
    public async Task One_that_a_channel_refused_is_forgotten_with_the_credential_that_keeps_it()
    {
        var refused = await GetAsync();
        _token.Forget(refused!);
        (await GetAsync()).ShouldBe("2.1");

        _token.Forget(refused!);
        (await GetAsync()).ShouldBe("2.1", "only the one that was refused");
    }

    private async Task<string?> GetAsync() => await _token.GetAsync(CancellationToken.None);

    private Login NewLogin()
    {
        var login = new Login(_logins.Count + 1, _time);
        _logins.Add(login);
        return login;
    }

    // A login service that gives numbered tokens of an hour.
    private sealed class Login(int number, TimeProvider time) : TokenCredential
    {
        private int _given;
        private int _asked;

        public bool Away { get; set; }

        public int Asked => _asked;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            requestContext.Scopes.ShouldBe(["https://api.botframework.com/.default"]);
            Interlocked.Increment(ref _asked);
            return Away
                ? throw new InvalidOperationException("The login service is away.")
                : new AccessToken($"{number}.{Interlocked.Increment(ref _given)}", time.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
