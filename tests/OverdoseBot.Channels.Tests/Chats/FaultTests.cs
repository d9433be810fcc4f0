using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>Every chat on the real runner and a real journal file; whatever goes wrong around it, it reads as it was recorded.</summary>
public sealed class FaultTests
{
    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public Task Reads_the_same_over_the_journal(string chat) => ReadsTheSame(chat, (fresh, time) => new JournalService(fresh, time));

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public Task Reads_the_same_with_every_message_and_ring_doubled(string chat) => ReadsTheSame(chat, (fresh, time) => new DoubledService(fresh, time));

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public Task Reads_the_same_with_a_restart_between_every_two_lines(string chat) => ReadsTheSame(chat, (fresh, time) => new RestlessService(fresh, time));

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public Task Reads_the_same_when_every_turn_loses_a_race(string chat) => ReadsTheSame(chat, (fresh, time) => new RacedService(fresh, time));

    private static async Task ReadsTheSame(string chat, Func<CaseRecord, ManualTime, IChatService> make)
    {
        var page = await _player.PageAsync(ChatFiles.Plan(chat), (fresh, time) => Task.FromResult(make(fresh, time)));

        page.ShouldBe(ChatFiles.Page(chat));
    }
}
