using System.Text.Json.Serialization;

namespace Azure.AI.TextAnalytics.Wire;

/// <summary>Reads and writes the shapes of the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16)]
[JsonSerializable(typeof(AnalyzeTextBody))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(FailureBody))]
internal sealed partial class WireContext : JsonSerializerContext;
