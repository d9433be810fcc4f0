using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>How a token stands.</summary>
internal enum TokenState
{
    /// <summary>It opens its conversation.</summary>
    Good,

    /// <summary>It is ours, and too old.</summary>
    Expired,

    /// <summary>It is not ours, or for something else.</summary>
    Wrong,
}

/// <summary>Signs tokens and checks them: JWT, HMAC-SHA256. Nothing is kept, so that they survive a restart and serve every replica.</summary>
internal sealed class TokenIssuer(DirectLineOptions options, TimeProvider time)
{
    private const int LongestToken = 2_048;
    private const string OurConversation = "web-";
    private const string OurUser = "dl_";
    private const int IdLength = 24;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> _alphabet = SearchValues.Create(Alphabet);
    private static readonly TimeSpan _streamLife = TimeSpan.FromSeconds(60);
    private static readonly string _header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    // A phone sleeps in the middle of an emergency; being turned away then is fatal to the chat (3.6, DL-6).
    private readonly TimeSpan _grace = 4 * options.TokenLife;

    // A chat sends the same token with each message. Only what we signed is remembered, and how old it is is looked at each time.
    private readonly Recent<TokenClaims> _genuine = new(4_096);
    private readonly byte[]? _secret = options.Secret is { } secret ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : null;

    /// <summary>Whether there is a server-side secret.</summary>
    public bool HasSecret => _secret is not null;

    /// <summary>How long a token lives, in seconds (wire-protocols.md 3.2).</summary>
    public int Seconds => (int)options.TokenLife.TotalSeconds;

    /// <summary>Claims for somebody new in a new conversation.</summary>
    public TokenClaims NewVisitor(string? user = null) => Claims(OurConversation + Id(), user ?? OurUser + Id(), TokenUse.Rest, options.TokenLife);

    /// <summary>
    /// Claims for whoever holds the secret, which reaches every conversation (wire-protocols.md 3.2); null: this is the name of none of ours. It began
    /// when the secret learned its name. Who posts with the secret is the same person each time, in this conversation only.
    /// </summary>
    public TokenClaims? OfSecret(string conversation) => IsOurs(conversation)
        ? Claims(conversation, OurUser + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)).AsSpan(0, IdLength / 2)), TokenUse.Rest, options.TokenLife) with { Begun = true }
        : null;

    /// <summary>The same visitor's claims with a new life.</summary>
    public TokenClaims Renewed(TokenClaims old) =>
        Claims(old.Conversation, old.User, TokenUse.Rest, options.TokenLife) with { Begun = old.Begun };

    /// <summary>Claims that open a stream within a minute.</summary>
    public TokenClaims Stream(TokenClaims visitor) =>
        Claims(visitor.Conversation, visitor.User, TokenUse.Stream, _streamLife) with { Begun = visitor.Begun };

    /// <summary>Signs claims.</summary>
    public string Sign(TokenClaims claims)
    {
        var signed = $"{_header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, WireContext.Default.TokenClaims))}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(options.SigningKey, signed))}";
    }

    /// <summary>Checks a token for one use. Tokens for REST calls are taken for a while after they expired.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="use">What for: see <see cref="TokenUse"/>.</param>
    /// <param name="claims">What it says, when it is ours.</param>
    /// <param name="refresh">True: only to be changed for a new one, which is possible for longer (a chat kept on the phone overnight).</param>
    public TokenState Check(string token, string use, out TokenClaims? claims, bool refresh = false)
    {
        claims = Known(token);
        if (claims is null || claims.Use != use)
        {
            return TokenState.Wrong;
        }

        var grace = use != TokenUse.Rest ? TimeSpan.Zero : refresh && options.RefreshFor > _grace ? options.RefreshFor : _grace;
        return time.GetUtcNow() <= DateTimeOffset.FromUnixTimeSeconds(claims.Expires) + grace ? TokenState.Good : TokenState.Expired;
    }

    /// <summary>Whether this is the server-side secret.</summary>
    public bool IsSecret(string given) =>
        _secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _secret);

    private TokenClaims? Known(string token)
    {
        if (_genuine.TryGet(token, out var known))
        {
            return known;
        }

        var claims = Genuine(token);
        if (claims is { Use: TokenUse.Rest })
        {
            _genuine.Set(token, claims);
        }

        return claims;
    }

    // Whatever the header claims, only our own signature counts.
    private TokenClaims? Genuine(string token)
    {
        if (token.Length > LongestToken || token.LastIndexOf('.') is not (> 0 and var dot))
        {
            return null;
        }

        try
        {
            if (!IsSigned(token[..dot], Base64Url.DecodeFromChars(token.AsSpan(dot + 1))))
            {
                return null;
            }

            var payload = Base64Url.DecodeFromChars(token.AsSpan(token.IndexOf('.', StringComparison.Ordinal) + 1, dot - token.IndexOf('.', StringComparison.Ordinal) - 1));
            return JsonSerializer.Deserialize(payload, WireContext.Default.TokenClaims);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    private bool IsSigned(string signed, byte[] signature) => options.OldSigningKeys.Prepend(options.SigningKey)
        .Any(key => CryptographicOperations.FixedTimeEquals(signature, Signature(key, signed)));

    private static byte[] Signature(ReadOnlyMemory<byte> key, string signed) => HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(signed));

    private TokenClaims Claims(string conversation, string user, string use, TimeSpan life)
    {
        var now = time.GetUtcNow();
        return new TokenClaims(conversation, user, use, now.ToUnixTimeSeconds(), (now + life).ToUnixTimeSeconds());
    }

    private static bool IsOurs(string conversation) =>
        conversation.Length == OurConversation.Length + IdLength && conversation.StartsWith(OurConversation, StringComparison.Ordinal)
        && conversation.AsSpan(OurConversation.Length).IndexOfAnyExcept(_alphabet) < 0;

    private static string Id() => RandomNumberGenerator.GetString(Alphabet, IdLength);
}
