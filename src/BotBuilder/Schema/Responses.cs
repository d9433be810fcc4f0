using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers to an activity it took (wire-protocols.md 1.4).</summary>
public class ResourceResponse
{
    /// <summary>A response without an id: nothing was sent, or it was buffered.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>A response with the id the channel gave.</summary>
    public ResourceResponse(string id = default)
    {
        Id = id;
    }

    /// <summary>The id of the activity on the channel.</summary>
    [JsonProperty(PropertyName = "id")]
    public string Id { get; set; }
}

/// <summary>The body of the response to an activity with <see cref="DeliveryModes.ExpectReplies"/> (bot-framework-api.md 3).</summary>
public class ExpectedReplies
{
    /// <summary>No list at all.</summary>
    public ExpectedReplies()
    {
    }

    /// <summary>The given replies; the list is kept, not copied.</summary>
    public ExpectedReplies(IList<Activity> activities = default)
    {
        Activities = activities;
    }

    /// <summary>The replies in the order they were sent.</summary>
    [JsonProperty(PropertyName = "activities")]
    public IList<Activity> Activities { get; set; }
}
