using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Hub;

/// <summary>Hand-offs as the journal has them, for both directions.</summary>
internal sealed class HubCases(IJournal journal, TurnRunner runner)
{
    /// <summary>The hand-off of a conversation under this id; null: there is none (any more).</summary>
    /// <exception cref="JournalException">The store is away.</exception>
    public async ValueTask<Handoff?> FindAsync(string conversation, string handoff, CancellationToken cancel)
    {
        var opened = await journal.BeginAsync(conversation, "hub/look", cancel);
        try
        {
            return opened.Record is { } kept && RecordJson.Read(kept.Span).Handoff is { } open && open.Id == handoff ? open : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Runs the turn of an event of the far side. False: the store is away, and it must come again.</summary>
    public async Task<bool> TellAsync(string conversation, string key, Activity happening)
    {
        happening.Conversation = new ConversationAccount { Id = conversation };
        return (await runner.RunAsync(conversation, key, happening, sms: false, CancellationToken.None)).Turn > 0;
    }

    /// <summary>The key of what the hub posts: a second post with the same id changes nothing.</summary>
    public static string KeyOf(string handoff, string? id) => $"hub/{handoff}/" + (string.IsNullOrEmpty(id)
        ? RandomNumberGenerator.GetHexString(32, lowercase: true)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16)));
}
