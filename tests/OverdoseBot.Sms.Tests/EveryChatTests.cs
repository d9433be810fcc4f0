using System.Collections.Concurrent;
using System.Globalization;
using OverdoseBot.Chats;
using OverdoseBot.Scripts;

namespace OverdoseBot.Sms.Tests;

/// <summary>Every chat of the repository but those with a person who joined, by text message, from the signed form to the Messages API; <c>artifacts/sms-chats.md</c> says what each costs.</summary>
public sealed class EveryChatTests(EveryChatTests.Costs costs) : IClassFixture<EveryChatTests.Costs>
{
    private static readonly string _folder = Path.Combine(FallbackTests.Root(), "tests", "chats");
    private static readonly ChatPlayer _player = new(SmsServer.Library, SmsServer.Reader);

    // Where a person has joined, their words wait in a queue of their own, so which of two texts of one moment comes first is not settled.
    public static TheoryData<string> All => [.. Directory.GetFiles(_folder, "*.chat", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/')).Where(chat => !chat.Contains("hand-off/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Reads_by_text_message_as_it_was_recorded_and_every_text_is_one_segment(string chat)
    {
        var page = File.ReadAllText(Path.Combine(_folder, chat));
        var plan = ChatPlanReader.Read(page, $"tests/chats/{chat}");
        var texts = new List<string>();

        var web = await _player.PlayAsync(plan, sms: false, _player.StartDirectAsync);
        var sms = await _player.PlayAsync(plan, sms: true, (fresh, time) => TextedService.StartAsync(fresh, time, texts));

        ChatPage.Write(plan, web, sms).ShouldRead(page, chat);
        texts.ShouldAllBe(t => Gsm7.Segments(t) == 1);
        costs.Add(chat, texts);
    }

    /// <summary>What was sent in each chat.</summary>
    public sealed class Costs : IDisposable
    {
        private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);

        public void Add(string chat, IReadOnlyList<string> texts) => _texts[chat] = texts;

        public void Dispose()
        {
            var rows = _texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Row(t.Key, t.Value)).ToList();
            var whole = Row($"{rows.Count} chats", [.. _texts.Values.SelectMany(t => t)]);
            var artifacts = Directory.CreateDirectory(Path.Combine(FallbackTests.Root(), "artifacts")).FullName;
            File.WriteAllText(Path.Combine(artifacts, "sms-chats.md"), string.Join('\n', ["| chat | texts sent | segments | longest, in septets |", "|---|---|---|---|", .. rows, whole, ""]));
        }

        private static string Row(string name, IReadOnlyList<string> texts) => string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {texts.Count} | {texts.Sum(t => Gsm7.Segments(t))} | {texts.Max(t => Gsm7.Septets(t))} |");
    }
}
