using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A person or a bot on a channel (bot-framework-api.md 2).</summary>
public class ChannelAccount
{
    private ExtraProperties _extra;

    /// <summary>An account with nothing set.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>An account with the given parts.</summary>
    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        (Id, Name, Role, AadObjectId) = (id, name, role, aadObjectId);
    }

    /// <summary>The channel's id of the account.</summary>
    [JsonProperty(PropertyName = "id")]
    public string Id { get; set; }

    /// <summary>A name to show.</summary>
    [JsonProperty(PropertyName = "name")]
    public string Name { get; set; }

    /// <summary>The account's object id in the directory.</summary>
    [JsonProperty(PropertyName = "aadObjectId")]
    public string AadObjectId { get; set; }

    /// <summary>Properties this class does not know: kept on reading, written last.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties
    {
        get => _extra.Value;
        set => _extra.Value = value;
    }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    [JsonProperty(PropertyName = "role")]
    public string Role { get; set; }
}
