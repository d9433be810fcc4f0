using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Every chat reads as it was recorded, on the web and on SMS, with the record saved and loaded between every two turns.</summary>
public sealed class ReplayTests
{
    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task Reads_as_recorded_and_recording_changes_nothing(string chat)
    {
        var page = await _player.PageAsync(ChatFiles.Plan(chat));

        page.ShouldRead(ChatFiles.Page(chat), chat + ".chat");
    }

    [Fact]
    public void There_are_at_least_forty_chats() => ChatFiles.Names().Count().ShouldBeGreaterThanOrEqualTo(40);

    [Fact]
    public void Every_chat_says_in_its_first_line_what_it_shows() =>
        ChatFiles.Names().Where(n => !ChatFiles.Page(n).StartsWith("# ", StringComparison.Ordinal)).ShouldBeEmpty();
}
