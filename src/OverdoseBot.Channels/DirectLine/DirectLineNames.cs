using OverdoseBot.Bot;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Names on the wire.</summary>
public static class DirectLineNames
{
    /// <summary>Where every call lives.</summary>
    public const string Path = "/v3/directline";

    /// <summary>The channel's id on every activity.</summary>
    public const string Channel = "directline";

    /// <summary>The event by which our page tells the bot that the call button was tapped.</summary>
    public const string CallTapped = OverdoseResponseBot.CallTappedEvent;
}
