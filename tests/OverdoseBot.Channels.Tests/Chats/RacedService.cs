using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>
/// Every message races with another input of the same conversation (a read receipt, which says nothing), which is kept first: the
/// message's turn meets a conflict and is run again.
/// </summary>
internal sealed class RacedService(CaseRecord fresh, ManualTime time) : JournalService(fresh, time)
{
    private readonly bool _sms = fresh.Sms;
    private RacedJournal? _journal;

    public override async Task<IReadOnlyList<Activity>> TakeAsync(string key, Activity inbound)
    {
        await RecordAsync();
        var before = _journal!.Conflicts;
        var receipt = new Activity("messageReaction") { Conversation = inbound.Conversation, From = inbound.From, Recipient = inbound.Recipient };
        _journal.First = async () => (await Runner.RunAsync("chat", key + " receipt", receipt, _sms, default)).Activities.ShouldBeEmpty();

        var replies = await base.TakeAsync(key, inbound);

        _journal.Conflicts.ShouldBe(before + 1);
        return replies;
    }

    protected override IJournal Around(IJournal journal) => _journal = new RacedJournal(journal);
}
