using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// The public keys of one issuer. What is held goes on being good while the issuer cannot be reached; a key that is not held is looked for,
/// but not more often than every ten seconds, whoever asks (wire-protocols.md 2.1).
/// </summary>
internal sealed partial class SigningKeys(Uri metadata, IDocumentRetriever web, TimeProvider time, ILogger log) : IDisposable
{
    /// <summary>The shortest time from one look to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ILogger _log = log;
    private readonly SemaphoreSlim _one = new(1, 1);
    private FrozenDictionary<string, JsonWebKey>? _held;
    private DateTimeOffset _looked = DateTimeOffset.MinValue;

    /// <summary>The key of that id; null: the issuer has none.</summary>
    /// <exception cref="KeysAwayException">No key is held and the issuer cannot be reached.</exception>
    public async ValueTask<JsonWebKey?> FindAsync(string id)
    {
        if (Volatile.Read(ref _held)?.GetValueOrDefault(id) is { } key)
        {
            return key;
        }

        await LookAsync();
        return (Volatile.Read(ref _held) ?? throw new KeysAwayException()).GetValueOrDefault(id);
    }

    /// <summary>Fetches the keys anew, unless that was just tried. False: nothing was fetched.</summary>
    public async Task<bool> LookAsync()
    {
        await _one.WaitAsync();
        try
        {
            var now = time.GetUtcNow();
            if (now - _looked < Pause)
            {
                return false;
            }

            _looked = now;
            // Nobody's patience ends this but the client's own time limit: others wait for the same answer.
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, web, CancellationToken.None);
            Volatile.Write(ref _held, Usable(found));
            return true;
        }
        catch (Exception away) when (away is not OutOfMemoryException)
        {
            // Whatever the other side sent instead of its keys, those that are held stay.
            LogAway(_log, metadata.Host, away.GetType().Name, _held is null);
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static FrozenDictionary<string, JsonWebKey> Usable(OpenIdConnectConfiguration found)
    {
        var keys = (found.JsonWebKeySet?.Keys ?? []).Where(k => k is { Kty: JsonWebAlgorithmsKeyTypes.RSA, KeyId.Length: > 0 } && k.Use is null or JsonWebKeyUseNames.Sig);
        return keys.DistinctBy(k => k.KeyId).ToFrozenDictionary(k => k.KeyId, StringComparer.Ordinal) is { Count: > 0 } usable
            ? usable
            : throw new InvalidOperationException("The issuer publishes no key.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys at {Host} could not be fetched ({Error}). None are held, so that its messages are turned away: {None}")]
    private static partial void LogAway(ILogger log, string host, string error, bool none);
}

/// <summary>No key is held and the issuer cannot be reached: nobody can be let in now.</summary>
internal sealed class KeysAwayException() : Exception("No signing key is held and the issuer cannot be reached.");
