using System.Text.Json;
using System.Text.Json.Serialization;

namespace OverdoseBot.Bot;

/// <summary>The record as it is kept: UTF-8 JSON, readable at 3 a.m.</summary>
public static class RecordJson
{
    /// <summary>Writes a record.</summary>
    public static byte[] Write(CaseRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, RecordContext.Default.CaseRecord);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is not a record.</exception>
    public static CaseRecord Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, RecordContext.Default.CaseRecord) ?? throw new JsonException("The record is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CaseRecord))]
internal sealed partial class RecordContext : JsonSerializerContext;
