namespace Microsoft.Bot.Schema;

/// <summary>Names of the events of a hand-off to a person (bot-framework-api.md 7).</summary>
public static class HandoffEventNames
{
    /// <summary>The bot asks a hub for a person.</summary>
    public const string InitiateHandoff = "handoff.initiate";

    /// <summary>The hub says what became of it.</summary>
    public const string HandoffStatus = "handoff.status";
}
