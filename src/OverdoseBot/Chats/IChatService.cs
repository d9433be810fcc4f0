using Microsoft.Bot.Schema;
using OverdoseBot.Bot;

namespace OverdoseBot.Chats;

/// <summary>The service that a chat is played on, with one conversation.</summary>
public interface IChatService : IAsyncDisposable
{
    /// <summary>Keeps the record of an older conversation before the chat begins.</summary>
    Task KeepAsync(CaseRecord record);

    /// <summary>The record as it is kept now; null: there is none yet.</summary>
    Task<CaseRecord?> RecordAsync();

    /// <summary>Runs the turn of an activity.</summary>
    /// <param name="key">What makes it the same activity when it is delivered again.</param>
    /// <param name="inbound">The activity.</param>
    Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound);

    /// <summary>Runs the turn of the clock that is due now.</summary>
    Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due);

    /// <summary>Ends the service and starts it again.</summary>
    Task RestartAsync();
}
