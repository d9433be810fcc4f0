using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A thing an activity mentions: a type and whatever belongs to that type (wire-protocols.md 1.1).</summary>
public class Entity
{
    private ExtraProperties _extra;

    /// <summary>An entity with nothing set.</summary>
    public Entity()
    {
    }

    /// <summary>An entity of the given type.</summary>
    public Entity(string type = default)
    {
        Type = type;
    }

    /// <summary>What kind of thing it is.</summary>
    [JsonProperty(PropertyName = "type")]
    public string Type { get; set; }

    /// <summary>Everything but the type.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties
    {
        get => _extra.Value;
        set => _extra.Value = value;
    }
}
