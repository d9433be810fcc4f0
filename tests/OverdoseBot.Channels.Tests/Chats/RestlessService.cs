using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>The service ends and starts again, with its journal file opened anew, after every turn.</summary>
internal sealed class RestlessService(CaseRecord fresh, ManualTime time) : JournalService(fresh, time)
{
    public override async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        var replies = await base.TakeAsync(key, inbound);
        await RestartAsync();
        return replies;
    }

    public override async Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due)
    {
        var replies = await base.RingAsync(due);
        await RestartAsync();
        return replies;
    }
}
