using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons under the newest message (wire-protocols.md 1.3).</summary>
public class SuggestedActions
{
    /// <summary>No buttons, to nobody in particular.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>The given buttons to the given ids; the lists are kept, not copied.</summary>
    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        (To, Actions) = (to, actions);
    }

    /// <summary>The given buttons to the given ids, copied. Throws <see cref="ArgumentNullException"/> when either is null.</summary>
    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToArray(), actions.ToArray())
    {
    }

    /// <summary>Who sees them; null or empty means everyone.</summary>
    [JsonProperty(PropertyName = "to")]
    public IList<string> To { get; set; }

    /// <summary>The buttons, in order.</summary>
    [JsonProperty(PropertyName = "actions")]
    public IList<CardAction> Actions { get; set; }
}
