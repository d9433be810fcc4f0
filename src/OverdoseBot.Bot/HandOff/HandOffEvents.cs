using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot;

/// <summary>The event activities by which the far side of a hand-off reaches a conversation. Only the program itself makes them.</summary>
public static class HandOffEvents
{
    /// <summary>What the hub says of the hand-off: <c>value.state</c> is <c>accepted</c>, <c>failed</c> or <c>completed</c>; others change nothing.</summary>
    public const string Status = HandoffEventNames.HandoffStatus;

    /// <summary>A person wrote <c>value.text</c>.</summary>
    public const string Says = "handoff.says";

    /// <summary>The hub could not be reached.</summary>
    public const string Lost = "handoff.lost";

    private static readonly string[] _all = [Status, Says, Lost];

    /// <summary>The hub's word about a hand-off.</summary>
    /// <param name="handoff"><see cref="Handoff.Id"/>; of another hand-off than the one under way it changes nothing.</param>
    /// <param name="state">The state, as the hub gave it.</param>
    public static Activity OfStatus(string handoff, string? state) => Event(Status, handoff, "state", state);

    /// <summary>What the person at the hub wrote.</summary>
    public static Activity OfText(string handoff, string text) => Event(Says, handoff, "text", text);

    /// <summary>The hub is gone.</summary>
    public static Activity OfLoss(string handoff) => Event(Lost, handoff, "reason", null);

    /// <summary>Whether an activity is such an event.</summary>
    public static bool Are(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Type == ActivityTypes.Event && _all.Contains(activity.Name);
    }

    private static Activity Event(string name, string handoff, string key, string? value) => new(ActivityTypes.Event)
    {
        Name = name,
        Value = new JObject { ["handoff"] = handoff, [key] = value },
    };
}
