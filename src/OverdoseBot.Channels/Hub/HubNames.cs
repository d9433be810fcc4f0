namespace OverdoseBot.Channels.Hub;

/// <summary>Names on the wire to a hub.</summary>
public static class HubNames
{
    /// <summary>The target of outbox rows for the hub.</summary>
    public const string Target = "hub";

    /// <summary>Where the hub answers: activities' serviceUrl is our public address with this behind it.</summary>
    public const string Path = "/hub";
}
