using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.BotBuilder.Tests;

/// <summary>JSON as a channel writes and reads it: nulls left out, nothing else changed.</summary>
internal static class Wire
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore };

    internal static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    internal static T Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, Settings);

    internal static string[] Names(object value) =>
        [.. Read<JObject>(Write(value)).Properties().Select(property => property.Name)];
}
