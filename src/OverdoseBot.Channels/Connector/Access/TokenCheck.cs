using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// Checks the token of a call to <c>/api/messages</c>: signature, issuer, audience and time (wire-protocols.md 2.1, points 1 to 4). What
/// it says of the activity is checked by the <see cref="Sender"/>.
/// </summary>
internal sealed class TokenCheck(ConnectorOptions options, Authorities authorities, TimeProvider time)
{
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _reader = new() { MaximumTokenSizeInBytes = 16 * 1_024 };

    /// <summary>Who sent a call with this credential.</summary>
    /// <exception cref="Refusal">401: it proves nothing.</exception>
    /// <exception cref="KeysAwayException">Nobody can tell now.</exception>
    public async ValueTask<Sender> SenderAsync(string? credential)
    {
        var token = Read(credential ?? throw Refusal.Unauthorized("Send the channel's token: Authorization: Bearer TOKEN."));
        // The name in an unread token only chooses between lists that stand fixed.
        var emulator = authorities.Emulator.Issuers.Contains(token.Issuer);
        var authority = emulator ? authorities.Emulator : authorities.Channels;
        if (!authority.Issuers.Contains(token.Issuer))
        {
            throw Refusal.Unauthorized("The token has another issuer.");
        }

        var key = await authority.Keys.FindAsync(token.Kid) ?? throw Refusal.Unauthorized("The token is signed with a key that its issuer does not publish.");
        var checkedToken = await _reader.ValidateTokenAsync(token, Rules(authority, key));
        if (!checkedToken.IsValid)
        {
            throw checkedToken.Exception is SecurityTokenInvalidAudienceException ? Refusal.Unauthorized("The token is for another bot.")
                : checkedToken.Exception is SecurityTokenInvalidLifetimeException ? Refusal.Unauthorized("The token has expired, or is not valid yet.")
                : Refusal.Unauthorized("The token is not signed by its issuer.");
        }

        return emulator ? Emulator(token) : Sender.Channel(token, key);
    }

    private JsonWebToken Read(string credential)
    {
        try
        {
            // "none" and secrets shared with nobody are no signature, whatever key they name.
            return _reader.ReadJsonWebToken(credential) is { Alg: SecurityAlgorithms.RsaSha256, Kid.Length: > 0, Issuer.Length: > 0 } token
                ? token
                : throw Refusal.Unauthorized("The token is not signed with RS256 and a named key.");
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            throw Refusal.Unauthorized("The credential is not a token.");
        }
    }

    private TokenValidationParameters Rules(Authority authority, JsonWebKey key) => new()
    {
        ValidIssuers = authority.Issuers,
        AudienceValidator = (audiences, _, _) => audiences.Any(IsUs),
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until),
    };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + _skew && (from is not { } start || now >= start - _skew);
    }

    // An emulator proves that it has the bot's own secret: the token was given to the bot itself.
    private Sender Emulator(JsonWebToken token)
    {
        var claim = Claim(token, "ver") switch
        {
            "1.0" => "appid",
            "2.0" => "azp",
            _ => throw Refusal.Unauthorized("The emulator's token has another version."),
        };
        return IsUs(Claim(token, claim)) ? Sender.Emulator : throw Refusal.Unauthorized("The emulator's token was given to another app.");
    }

    private bool IsUs(string? app) => string.Equals(app, options.AppId, StringComparison.OrdinalIgnoreCase);

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
