using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>The asides that no move tells: the hand-off to a person says them, where a hub is set.</summary>
public static class HandOffAsides
{
    /// <summary>A person has been asked for. Says what they are told and that they will read along: nothing is relayed that was not announced.</summary>
    public const string Asked = "hub-asked";

    /// <summary>Asked for again, and nobody is here yet.</summary>
    public const string Again = "hub-again";

    /// <summary>Asked for again, and somebody is here.</summary>
    public const string With = "hub-with";

    /// <summary>A person is here and reads from now on.</summary>
    public const string Here = "hub-here";

    /// <summary>Nobody can come.</summary>
    public const string None = "hub-none";

    /// <summary>The person has left, or the case they were here for is over.</summary>
    public const string Left = "hub-left";

    /// <summary>The link to the person broke.</summary>
    public const string Lost = "hub-lost";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Asked, Again, With, Here, None, Left, Lost];
}
