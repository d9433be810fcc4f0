using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels;

/// <summary>The emergency card of the region that the channel tells: fixed text, no state, for when the store cannot be reached.</summary>
public static class EmergencyCard
{
    /// <summary>The card as replies to an activity.</summary>
    public static IReadOnlyList<Activity> For(Library library, CaseDefaults defaults, Activity inbound, bool sms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var fresh = new CaseRecord { Region = defaults.Region, Language = defaults.Language, Sms = sms };
        var record = Whereabouts.Begin(fresh, library, inbound);
        return SafeReply.For(record, library, inbound, now).Outgoing;
    }
}
