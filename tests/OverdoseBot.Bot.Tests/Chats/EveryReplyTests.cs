using Newtonsoft.Json.Linq;
using OverdoseBot.Chats;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>What must hold for every message of every chat.</summary>
public sealed class EveryReplyTests
{
    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task Every_text_is_one_SMS(string chat) =>
        (await RepliesAsync(chat, sms: true)).Where(t => !Gsm7.FitsOne(t.Message.Text)).Select(t => t.Message.Text).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task Every_message_carries_the_call_button(string chat) =>
        (await RepliesAsync(chat, sms: false)).Select(r => (string?)((JObject)((JObject)r.Message.ChannelData)["guide"]!)["call"])
            .ShouldAllBe(n => Dialled(chat).Contains(n));

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task The_first_message_says_the_emergency_number(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            (await RepliesAsync(chat, sms))[0].Message.Text.ShouldContain(Start(chat).Dial ?? "911");
        }
    }

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task No_placeholder_is_left_unfilled(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            (await RepliesAsync(chat, sms)).ShouldAllBe(r => !r.Message.Text.Contains('{') && r.Message.Text.Trim().Length > 0);
        }
    }

    private static Region Start(string chat) => Shipped.Library.Regions[ChatFiles.Plan(chat).Header.Region];

    // A chat in which the person names their country goes on with its number.
    private static IEnumerable<string?> Dialled(string chat) => ChatFiles.Plan(chat).Lines.OfType<ChatLine.Writes>().Any(l => l.Text.StartsWith("im in", StringComparison.Ordinal) || l.Text.StartsWith("estoy en", StringComparison.Ordinal))
        ? Shipped.Library.Regions.Values.Select(r => r.Dial)
        : [Start(chat).Dial];

    private static async Task<List<Reply>> RepliesAsync(string chat, bool sms) =>
        [.. (await _player.PlayAsync(ChatFiles.Plan(chat), sms, _player.StartDirectAsync)).Played.SelectMany(p => p.Replies)];
}
