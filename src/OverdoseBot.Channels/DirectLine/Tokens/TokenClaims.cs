using System.Text.Json.Serialization;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>What a token says. Web Chat reads <c>user</c> from it to learn its own id (wire-protocols.md 3.2).</summary>
/// <param name="Conversation">The one conversation it opens.</param>
/// <param name="User">Who posts with it; begins <c>dl_</c>.</param>
/// <param name="Use">What it is good for: see <see cref="TokenUse"/>.</param>
/// <param name="Issued">Unix seconds.</param>
/// <param name="Expires">Unix seconds.</param>
internal sealed record TokenClaims(
    [property: JsonPropertyName("conv"), JsonRequired] string Conversation,
    [property: JsonPropertyName("user"), JsonRequired] string User,
    [property: JsonPropertyName("use"), JsonRequired] string Use,
    [property: JsonPropertyName("iat")] long Issued,
    [property: JsonPropertyName("exp"), JsonRequired] long Expires)
{
    /// <summary>True once the conversation has begun: when the journal does not know it any more, its text was deleted.</summary>
    [JsonPropertyName("begun")]
    public bool Begun { get; init; }
}

/// <summary>What a token is good for.</summary>
internal static class TokenUse
{
    /// <summary>Calls of the REST surface.</summary>
    public const string Rest = "rest";

    /// <summary>Opening a stream, within a minute.</summary>
    public const string Stream = "stream";
}
