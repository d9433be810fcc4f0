using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What is kept of the dialogs of a conversation between turns (bot-framework-api.md 5).</summary>
public class DialogState
{
    /// <summary>An empty stack.</summary>
    public DialogState()
        : this(null)
    {
    }

    /// <summary>The given stack, not a copy; an empty one when it is null.</summary>
    public DialogState(List<DialogInstance> stack)
    {
        DialogStack = stack ?? [];
    }

    /// <summary>The dialogs begun and not ended, the active one first.</summary>
    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>A dialog on the stack.</summary>
[DebuggerDisplay("{Id}")]
public class DialogInstance
{
    /// <summary>Which dialog.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>What the dialog keeps; a waterfall needs exactly a dictionary of strings and objects (bot-framework-api.md 10).</summary>
    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }

    /// <summary>Where dialogs that share a stack belong; not used by waterfalls.</summary>
    public int? StackIndex { get; set; }

    /// <summary>The version under which a container was begun; not used by waterfalls.</summary>
    public string Version { get; set; }
}
