using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels;

/// <summary>The emergency card of the region: fixed text, no state, for when a turn cannot be run.</summary>
public static class EmergencyCard
{
    /// <summary>The card as replies to an activity.</summary>
    /// <param name="library">The scripts.</param>
    /// <param name="defaults">The region and language of somebody of whom nothing is known.</param>
    /// <param name="standing">Where they stood last, if that is still remembered: else what the channel tells of them counts.</param>
    /// <param name="inbound">What the card answers.</param>
    /// <param name="sms">True: in the SMS form.</param>
    /// <param name="now">The time (UTC).</param>
    public static IReadOnlyList<Activity> For(Library library, CaseDefaults defaults, Standing? standing, Activity inbound, bool sms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var record = standing is null
            ? Whereabouts.Begin(new CaseRecord { Region = defaults.Region, Language = defaults.Language, Sms = sms }, library, inbound)
            : new CaseRecord { Region = standing.Region, Language = standing.Language, Sms = sms };
        return SafeReply.For(record, library, inbound, now).Outgoing;
    }
}
