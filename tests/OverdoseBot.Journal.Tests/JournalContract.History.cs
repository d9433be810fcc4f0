namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    [Fact]
    public async Task History_is_oldest_first_and_pages_after_a_turn_number()
    {
        for (var i = 1; i <= 10; i++)
        {
            await AppendAsync(Turn("c", 0, $"in-{i}", "r", $"c{i}"));
            await AppendAsync(Turn("d", 0, $"in-{i}", "r", $"d{i}"));
        }

        (await TurnsAsync("c", 0, 100)).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        (await TurnsAsync("c", 0, 3)).ShouldBe([1, 2, 3]);
        (await TurnsAsync("c", 3, 3)).ShouldBe([4, 5, 6]);
        (await TurnsAsync("c", 9, 3)).ShouldBe([10]);
        (await TurnsAsync("c", 10, 3)).ShouldBeEmpty();
        (await TurnsAsync("c", long.MaxValue, int.MaxValue)).ShouldBeEmpty();
        (await TurnsAsync("unknown", 0, 3)).ShouldBeEmpty();
        (await HistoryAsync("d")).SelectMany(t => t.Outgoing).ShouldBe(Enumerable.Range(1, 10).Select(i => $"d{i}"));
    }

    [Fact]
    public async Task History_refuses_senseless_ranges()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Journal.HistoryAsync("c", -1, 1, Never));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Journal.HistoryAsync("c", 0, 0, Never));
    }

    [Fact]
    public async Task A_turn_without_input_or_replies_is_kept_too()
    {
        await DoneAsync(Turn("c") with { Inbound = null });
        var turn = (await HistoryAsync("c")).ShouldHaveSingleItem();
        turn.Inbound.ShouldBeNull();
        turn.Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public async Task News_of_a_commit_comes_before_the_commit_returns_and_only_of_commits()
    {
        var news = new List<Committed>();
        Journal.Committed += _ => throw new InvalidOperationException("a handler's fault is its own");
        Journal.Committed += told => news.Add(told with { Kept = null });

        await DoneAsync(Turn("c") with { NextDue = Noon.AddSeconds(30) });
        news.ShouldBe([new Committed("c", 1, Noon.AddSeconds(30))]);
        await CommitAsync(Turn("c"));
        await CommitAsync(Turn("c", 0, "in-2"));
        news.Skip(1).ShouldAllBe(again => again == new Committed("c", 1, null), "what was kept may be told again, and nothing else is told");
        await AppendAsync(Turn("c", 0, "in-2"));
        news[^1].ShouldBe(new Committed("c", 2, null));
    }

    private async Task<IEnumerable<long>> TurnsAsync(string conversation, long after, int most) =>
        (await Journal.HistoryAsync(conversation, after, most, Never)).Select(t => t.Turn);
}
