using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>Every message and every ring is delivered twice.</summary>
internal sealed class DoubledService(CaseRecord fresh, ManualTime time) : JournalService(fresh, time)
{
    public override async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        var first = await RunAsync(key, inbound);
        var again = await RunAsync(key, inbound);

        (first.Repeated, again.Repeated, again.Turn).ShouldBe((false, true, first.Turn));
        again.Activities.Select(ActivityJson.Write).ShouldBe(first.Activities.Select(ActivityJson.Write));
        return again.Activities;
    }

    public override async Task<IReadOnlyList<Activity>> RingAsync(DateTimeOffset due)
    {
        var first = await base.RingAsync(due);
        var again = await Runner.RingAsync(new("chat", due), default);

        again.Repeated.ShouldBeTrue();
        again.Activities.Select(ActivityJson.Write).ShouldBe(first.Select(ActivityJson.Write));
        return first;
    }
}
