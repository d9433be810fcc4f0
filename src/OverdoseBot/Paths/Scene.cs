using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>What a walk is about: the scripts, the region and the form of its messages.</summary>
/// <param name="Library">The scripts.</param>
/// <param name="Region">The region of every case.</param>
/// <param name="Sms">True: SMS; false: web.</param>
internal sealed record Scene(Library Library, Region Region, bool Sms)
{
    public string Form => Sms ? "sms" : "web";

    /// <summary>The number to call.</summary>
    public string Emergency => Region.Emergency;
}
