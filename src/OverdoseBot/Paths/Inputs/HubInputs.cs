using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>What the far side of a hand-off can do next, in the words of a chat plan.</summary>
internal static class HubInputs
{
    private const string Words = "I am with you.";

    /// <summary>All of it; nothing while nobody was asked for.</summary>
    public static ImmutableArray<PathInput> At(CaseRecord record) => record.Handoff switch
    {
        { Here: false, Id: var id } => [Of("the hub accepts", HandOffEvents.OfStatus(id, "accepted")), Of("the hub refuses", HandOffEvents.OfStatus(id, "failed")), Of("the hub is gone", HandOffEvents.OfLoss(id))],
        { Here: true, Id: var id } => [Of($"the hub says: {Words}", HandOffEvents.OfText(id, Words)), Of("the hub leaves", HandOffEvents.OfStatus(id, "completed")), Of("the hub is gone", HandOffEvents.OfLoss(id))],
        null => [],
    };

    /// <summary>True for what the person at the hub wrote: whose words they are stands over them, and nothing else.</summary>
    public static bool Says(PathInput input) => input.Hub?.Name == HandOffEvents.Says;

    private static PathInput Of(string shown, Activity hub) => new(InputKind.Hub, shown, [], null, null, null) { Hub = hub };
}
