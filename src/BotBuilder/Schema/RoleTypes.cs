namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="ChannelAccount.Role"/> (wire-protocols.md 1.1).</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A bot.</summary>
    public const string Bot = "bot";

    /// <summary>A bot called by a bot.</summary>
    public const string Skill = "skill";
}
