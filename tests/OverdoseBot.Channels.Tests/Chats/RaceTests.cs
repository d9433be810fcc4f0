using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Chats;

namespace OverdoseBot.Channels.Tests.Chats;

/// <summary>Two messages of one conversation never interleave, and neither is lost.</summary>
public sealed class RaceTests
{
    [Theory]
    [InlineData("hes blue and wont wake up", "like snoring")]
    [InlineData("not breathing", "got a nose spray")]
    [InlineData("she woke up", "she stopped breathing again")]
    public async Task A_message_that_is_kept_first_counts_first_and_the_other_is_read_after_it(string first, string second)
    {
        using var file = new JournalFile();
        await using var journal = new RacedJournal(await file.OpenAsync(TimeProvider.System));
        var runner = Runner(journal);
        await runner.RunAsync("raced", "hello", From.Hello(), true, default);
        journal.First = () => runner.RunAsync("raced", "1", From.Text(first), true, default);
        var late = await runner.RunAsync("raced", "2", From.Text(second), true, default);
        await InOrderAsync(runner, first, second);

        journal.Conflicts.ShouldBe(1);
        var raced = await journal.HistoryAsync("raced", 0, 10, default);
        var inOrder = await journal.HistoryAsync("in order", 0, 10, default);
        raced.Select(t => t.InboundKey).ShouldBe(["hello", "1", "2"]);
        Texts(raced).ShouldBe(Texts(inOrder));
        late.Turn.ShouldBe(3);
    }

    [Fact]
    public async Task Forty_messages_at_once_are_each_answered_once()
    {
        using var file = new JournalFile();
        await using var journal = await file.OpenAsync(TimeProvider.System);
        var runner = Runner(journal);
        var sent = Enumerable.Range(0, 40).Select(i => runner.RunAsync("busy", $"{i}", From.Text($"he is not breathing {i}"), false, default));

        var replies = await Task.WhenAll(sent);

        replies.Select(r => r.Turn).Order().ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
        replies.ShouldAllBe(r => !r.Repeated && r.Activities.Count > 0);
        (await journal.HistoryAsync("busy", 0, 100, default)).Select(t => t.InboundKey).ShouldBeUnique();
    }

    private static TurnRunner Runner(Journal.IJournal journal) =>
        new(journal, Shipped.Adapter(), Shipped.Library, new ManualTime(ChatRun.Start), Shipped.Defaults, NullLogger<TurnRunner>.Instance);

    private static async Task InOrderAsync(TurnRunner runner, string first, string second)
    {
        await runner.RunAsync("in order", "hello", From.Hello(), true, default);
        await runner.RunAsync("in order", "1", From.Text(first), true, default);
        await runner.RunAsync("in order", "2", From.Text(second), true, default);
    }

    private static List<string> Texts(IReadOnlyList<Journal.LoggedTurn> turns) =>
        [.. turns.SelectMany(t => t.Outgoing).Select(o => ActivityJson.Read(o).Text)];
}
