using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Answer of tokens/generate, tokens/refresh, start and reconnect (wire-protocols.md 3.1).</summary>
internal sealed record Opening(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("streamUrl")] string? StreamUrl);

/// <summary>Answer to a post.</summary>
internal sealed record Posted([property: JsonPropertyName("id")] string Id);

/// <summary>Body of tokens/generate and start (DirectLineJS: <c>conversationStartProperties</c>): the rest of it is ignored.</summary>
/// <param name="User">Who it is for.</param>
/// <param name="Locale">BCP 47: the language that the chat starts in. Whatever else stands there does not stop a start.</param>
/// <param name="Region">Our own: a region of <c>regions.yaml</c>.</param>
internal sealed record VisitorBody(
    [property: JsonPropertyName("user")] VisitorUser? User,
    [property: JsonPropertyName("locale")] JsonElement Locale,
    [property: JsonPropertyName("region")] JsonElement Region)
{
    /// <summary>Reads the optional body; null: there is none.</summary>
    /// <exception cref="Refusal">400: it is not JSON of this shape.</exception>
    public static async Task<VisitorBody?> ReadAsync(HttpRequest request)
    {
        var bytes = await Body.BytesAsync(request);
        try
        {
            return bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, WireContext.Default.VisitorBody);
        }
        catch (JsonException)
        {
            throw Refusal.BadArgument("The body is not JSON of the form {\"user\":{\"id\":\"…\"}}.");
        }
    }
}

/// <summary>The account in a <see cref="VisitorBody"/>.</summary>
internal sealed record VisitorUser([property: JsonPropertyName("id")] string? Id);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Opening))]
[JsonSerializable(typeof(Posted))]
[JsonSerializable(typeof(VisitorBody))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class WireContext : JsonSerializerContext;
