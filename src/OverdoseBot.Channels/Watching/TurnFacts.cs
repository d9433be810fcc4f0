using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Watching;

/// <summary>What a turn did, told from the record before and after it, in names of the scripts only.</summary>
internal static class TurnFacts
{
    private const string None = "none";

    /// <summary>The kind of what was said; of the step where nothing was.</summary>
    public static string Kind(TurnResult result, Library library) =>
        result.Outgoing.Count > 0 && result.Outgoing[^1].ChannelData is JObject said && (string?)said["guide"]?["kind"] is { } kind ? kind
        : At(result.Record, library) is { } step ? step.Kind.ToString().ToLowerInvariant()
        : None;

    /// <summary>Where a record stands, by the scripts' own name of the step; one that no script knows has none.</summary>
    public static string Step(CaseRecord record, Library library) => At(record, library)?.Place.ToString() ?? None;

    /// <summary>Counts where the turn arrived, who was offered, and how a hand-off stands.</summary>
    public static void Count(CaseRecord before, CaseRecord after, Microsoft.Bot.Schema.Activity inbound, Library library)
    {
        if (Instruments.Steps.Enabled && Step(after, library) is var step && step != Step(before, library))
        {
            Instruments.Steps.Count("step", step);
        }

        if (Instruments.Offers.Enabled && !ReferenceEquals(before.Told, after.Told))
        {
            Offers(before, after, library);
        }

        if (Instruments.Handoffs.Enabled)
        {
            HandOff(before.Handoff, after.Handoff, inbound);
        }
    }

    private static void Offers(CaseRecord before, CaseRecord after, Library library)
    {
        foreach (var (name, at) in after.Told)
        {
            if (library.Asides.TryGetValue(name, out var aside) && aside.Line is not null && !(before.Told.TryGetValue(name, out var earlier) && earlier == at))
            {
                Instruments.Offers.Count("aside", name);
            }
        }
    }

    private static void HandOff(Handoff? before, Handoff? after, Microsoft.Bot.Schema.Activity inbound)
    {
        if (before is not null && before.Id != after?.Id)
        {
            Instruments.Handoffs.Count("state", inbound.Name == HandOffEvents.Lost ? "lost" : before.Here ? "ended" : "failed");
        }

        if (after is not null && before?.Id != after.Id)
        {
            Instruments.Handoffs.Count("state", "asked");
        }
        else if (after is { Here: true } && before is { Here: false })
        {
            Instruments.Handoffs.Count("state", "joined");
        }
    }

    private static Step? At(CaseRecord record, Library library) => record.Top() is { } place ? library.Find(place) : null;
}
