using Azure.Core;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// The bot's own token: kept, and renewed from five minutes before its end (wire-protocols.md 2.2). While it is good nobody waits, and an
/// outage of the login service stops nothing.
/// </summary>
/// <param name="credential">Makes the credential; null from it: the bot sends no token.</param>
/// <param name="scope">What the token is for.</param>
/// <param name="time">The only source of time.</param>
/// <param name="log">Receives what the login service says is wrong: it knows nothing of any person.</param>
internal sealed partial class BotToken(Func<TokenCredential?> credential, string scope, TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan _early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);
    private readonly ILogger _log = log;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile TokenCredential? _credential = credential();
    private volatile Held? _held;
    private DateTimeOffset _failed = DateTimeOffset.MinValue;

    /// <summary>The token; null: none is needed.</summary>
    /// <exception cref="BotTokenException">There is none, and none can be had now.</exception>
    public async ValueTask<string?> GetAsync(CancellationToken cancel)
    {
        if (_credential is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (_held is not { } held || held.Until <= now)
        {
            await RenewAsync(cancel);
            return _held is { } renewed && renewed.Until > now ? renewed.Token : throw new BotTokenException();
        }

        if (held.Until - _early <= now && _one.CurrentCount > 0)
        {
            _ = RenewAsync(CancellationToken.None);
        }

        return held.Token;
    }

    /// <summary>A channel did not take this token: the next call fetches another.</summary>
    public void Forget(string refused)
    {
        if (_held?.Token == refused)
        {
            // A credential keeps its token too.
            (_held, _credential) = (null, credential());
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task RenewAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var now = time.GetUtcNow();
            if (_credential is { } from && (_held is null || _held.Until - _early <= now) && now - _failed >= _pause)
            {
                _failed = now;
                var token = await from.GetTokenAsync(new TokenRequestContext([scope]), cancel);
                (_held, _failed) = (new Held(token.Token, token.ExpiresOn), DateTimeOffset.MinValue);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(_log, error.Message.ReplaceLineEndings(" "));
        }
        finally
        {
            _one.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot's own token could not be fetched, and without it no reply can be sent. Check MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType and MicrosoftAppTenantId. {Why}")]
    private static partial void LogFailed(ILogger log, string why);

    private sealed record Held(string Token, DateTimeOffset Until);
}

/// <summary>The bot has no token and cannot get one now.</summary>
internal sealed class BotTokenException() : Exception("The bot has no token and cannot get one now.");
