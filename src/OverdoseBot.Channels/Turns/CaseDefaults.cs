using OverdoseBot.Bot;

namespace OverdoseBot.Channels;

/// <summary>What a new conversation starts with.</summary>
/// <param name="Region">Region id.</param>
/// <param name="Language">BCP 47 language.</param>
public sealed record CaseDefaults(string Region, string Language)
{
    /// <summary>True where a hub with people is set: conversations may be handed off.</summary>
    public bool Hub { get; init; }

    /// <summary>The address at which people reach the pages of this service; null: the page that the chat is on knows.</summary>
    public Uri? Pages { get; init; }

    /// <summary>True where no reminder can be sent by text message (<see cref="CaseRecord.NoReminders"/>).</summary>
    public bool NoReminders { get; init; }
}
