using System.Text.Json;
using System.Text.Json.Serialization;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Answer of tokens/generate, tokens/refresh, start and reconnect (wire-protocols.md 3.1).</summary>
internal sealed record Opening(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("streamUrl")] string? StreamUrl);

/// <summary>Answer to a post.</summary>
internal sealed record Posted([property: JsonPropertyName("id")] string Id);

/// <summary>The error envelope.</summary>
internal sealed record ErrorEnvelope([property: JsonPropertyName("error")] ErrorBody Error);

/// <summary>What went wrong; clients branch on the code.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("message")] string Message);

/// <summary>Body of tokens/generate and start (DirectLineJS: <c>conversationStartProperties</c>): the rest of it is ignored.</summary>
/// <param name="User">Who it is for.</param>
/// <param name="Locale">BCP 47: the language that the chat starts in. Whatever else stands there does not stop a start.</param>
/// <param name="Region">Our own: a region of <c>regions.yaml</c>.</param>
internal sealed record VisitorBody(
    [property: JsonPropertyName("user")] VisitorUser? User,
    [property: JsonPropertyName("locale")] JsonElement Locale,
    [property: JsonPropertyName("region")] JsonElement Region);

/// <summary>The account in a <see cref="VisitorBody"/>.</summary>
internal sealed record VisitorUser([property: JsonPropertyName("id")] string? Id);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Opening))]
[JsonSerializable(typeof(Posted))]
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(VisitorBody))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class WireContext : JsonSerializerContext;
