using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot;

/// <summary>An account or a conversation of a channel, as the record keeps it. Only what an answer needs.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Name">A name to show; null: none.</param>
/// <param name="AadObjectId">Its object id in the directory; null: none.</param>
/// <param name="Role">Its role; null: none.</param>
public sealed record SavedAccount(string Id, string? Name = null, string? AadObjectId = null, string? Role = null)
{
    /// <summary>Whether more than two take part; conversations only.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>The channel's kind of conversation; conversations only.</summary>
    public string? Kind { get; init; }

    /// <summary>The directory tenant; conversations only.</summary>
    public string? TenantId { get; init; }
}

/// <summary>Where a conversation's messages go when nobody waits for them: a Bot Framework conversation reference as the record keeps it.</summary>
/// <param name="Target">Who delivers them: the target of their outbox rows, such as <c>sms</c> or <c>connector</c>.</param>
/// <param name="ChannelId">The channel's name.</param>
/// <param name="ServiceUrl">Where the channel takes them; null: its deliverer knows.</param>
/// <param name="Conversation">The conversation on the channel.</param>
/// <param name="User">The person.</param>
/// <param name="Bot">The bot.</param>
public sealed record SavedReference(
    string Target, string ChannelId, string? ServiceUrl, SavedAccount Conversation, SavedAccount? User, SavedAccount? Bot)
{
    /// <summary>The reference of an activity that came from a channel.</summary>
    public static SavedReference Of(string target, Activity inbound)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        var at = inbound.Conversation;
        var conversation = new SavedAccount(at?.Id ?? string.Empty, at?.Name, at?.AadObjectId, at?.Role)
        {
            IsGroup = at?.IsGroup,
            Kind = at?.ConversationType,
            TenantId = at?.TenantId,
        };
        return new SavedReference(target, inbound.ChannelId ?? string.Empty, inbound.ServiceUrl, conversation, Saved(inbound.From), Saved(inbound.Recipient));
    }

    /// <summary>The reference for the SDK. It names no activity: what is said later answers none.</summary>
    public ConversationReference ToConversationReference() => new()
    {
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Conversation = new ConversationAccount
        {
            Id = Conversation.Id,
            Name = Conversation.Name,
            AadObjectId = Conversation.AadObjectId,
            Role = Conversation.Role,
            IsGroup = Conversation.IsGroup,
            ConversationType = Conversation.Kind,
            TenantId = Conversation.TenantId,
        },
        User = Account(User),
        Bot = Account(Bot),
    };

    private static SavedAccount? Saved(ChannelAccount? account) =>
        account is null ? null : new SavedAccount(account.Id ?? string.Empty, account.Name, account.AadObjectId, account.Role);

    private static ChannelAccount? Account(SavedAccount? saved) =>
        saved is null ? null : new ChannelAccount(saved.Id, saved.Name, saved.Role, saved.AadObjectId);
}
