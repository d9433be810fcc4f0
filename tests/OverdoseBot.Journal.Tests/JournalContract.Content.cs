namespace OverdoseBot.Journal.Tests;

public abstract partial class JournalContract
{
    public static TheoryData<string> Texts => new(
        "",
        "\0",
        "a\0b",
        "\ud83d",
        "cut in the middle \ud83d",
        "\ude00\ud83d wrong way round",
        "whole 😀 emoji, עברית, ไทย, e\u0301",
        "3:abc12:not a length",
        "'; DROP TABLE log; --",
        "\uFEFFbyte order mark\uFFFE\uFFFF",
        new string('é', 1_024 * 1_024));

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)] // xunit would repair half surrogates
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        var entry = Turn("c", 0, "in-1", "record", text, "between", text) with { Inbound = text };
        ShouldBeText(await DoneAsync(entry));
        ShouldBeText((await HistoryAsync("c")).ShouldHaveSingleItem());
        ShouldBeText((await Journal.BeginAsync("c", "in-1", Never)).Earlier!);

        void ShouldBeText(LoggedTurn turn)
        {
            string.Equals(turn.Inbound, text, StringComparison.Ordinal).ShouldBeTrue();
            turn.Outgoing.SequenceEqual([text, "between", text], StringComparer.Ordinal).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(1_048_576)]
    public async Task Any_bytes_come_back_as_they_were(int length)
    {
        var record = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        // A part of a larger array is kept as that part.
        byte[] larger = [99, .. record, 99];
        await DoneAsync(Turn("whole") with { Record = record });
        await DoneAsync(Turn("part") with { Record = larger.AsMemory(1, length) });
        (await Journal.BeginAsync("whole", "none", Never)).Record.ShouldNotBeNull().Span.SequenceEqual(record).ShouldBeTrue();
        (await Journal.BeginAsync("part", "none", Never)).Record.ShouldNotBeNull().Span.SequenceEqual(record).ShouldBeTrue();
    }

    public static TheoryData<string?> BadKeys => new(null, "", "secret\0", "secret\ud83d", "\udc00secret", new string('s', JournalLimits.KeyLength + 1));

    [Theory]
    [MemberData(nameof(BadKeys), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_id_or_key_is_refused_before_anything_is_written_and_is_not_quoted(string? bad)
    {
        ArgumentException[] refusals =
        [
            await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn(bad!))),
            await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c", 0, bad!))),
            await Should.ThrowAsync<ArgumentException>(async () => await Journal.BeginAsync(bad!, "in-1", Never)),
            await Should.ThrowAsync<ArgumentException>(async () => await Journal.BeginAsync("c", bad!, Never)),
            await Should.ThrowAsync<ArgumentException>(async () => await Journal.HistoryAsync(bad!, 0, 1, Never)),
            await Should.ThrowAsync<ArgumentException>(async () => await Journal.ForgetAsync(bad!, Never)),
        ];
        refusals.ShouldAllBe(refusal => !refusal.Message.Contains("sss") && !refusal.Message.Contains("secret"));
        (await RecordAsync("c")).ShouldBeNull();
    }

    [Theory]
    [InlineData('k')]
    [InlineData('ש')]
    public async Task The_longest_id_and_key_work(char letter)
    {
        var longest = new string(letter, JournalLimits.KeyLength);
        await DoneAsync(Turn(longest, 0, longest, "r", "reply") with { NextDue = Noon });
        (await Journal.BeginAsync(longest, longest, Never)).Earlier.ShouldNotBeNull().InboundKey.ShouldBe(longest);
        (await Journal.DueAsync(Noon, 1, Never)).ShouldBe([new DueAlarm(longest, Noon)]);
        (await HistoryAsync(longest[1..])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ids_that_look_alike_are_different()
    {
        string[] ids = ["c", "C", "c ", " c", "ç", "c\u0327", "％", "%", "_"];
        foreach (var id in ids)
        {
            await DoneAsync(Turn(id, 0, "in-1", id));
        }

        foreach (var id in ids)
        {
            (await RecordAsync(id)).ShouldBe(id);
        }
    }

    [Fact]
    public async Task A_turn_may_delete_what_the_ones_before_it_said_since_a_time()
    {
        for (var i = 0; i < 4; i++)
        {
            await AppendAsync(Turn("c", 0, $"in-{i}", $"record-{i}", $"reply-{i}") with { At = Noon.AddMinutes(i) });
            await AppendAsync(Turn("other", 0, $"in-{i}", "record", $"reply-{i}") with { At = Noon.AddMinutes(i) });
        }

        await AppendAsync(Turn("c", 0, "in-4", "record-4", "reply-4") with { At = Noon.AddMinutes(4), ErasesSince = Noon.AddMinutes(2) });
        var kept = await HistoryAsync("c");
        kept.Select(t => t.Turn).ShouldBe([1, 2, 3, 4, 5]);
        kept.Select(t => t.Inbound).ShouldBe(["\"in-0\"", "\"in-1\"", null, null, "\"in-4\""]);
        kept.Select(t => string.Concat(t.Outgoing)).ShouldBe(["reply-0", "reply-1", "", "", "reply-4"]);
        (await HistoryAsync("other")).ShouldAllBe(t => t.Inbound != null && t.Outgoing.Count == 1);
        (await Journal.BeginAsync("c", "in-3", Never)).Earlier.ShouldNotBeNull().Outgoing.ShouldBeEmpty();
        (await RecordAsync("c")).ShouldBe("record-4");
    }

    [Fact]
    public async Task A_turn_that_is_not_kept_deletes_nothing()
    {
        await AppendAsync(Turn("c", 0, "in-0", "record", "reply-0"));
        (await CommitAsync(Turn("c", 99, "in-1") with { ErasesSince = Noon })).ShouldBeOfType<CommitOutcome.Conflict>();
        (await HistoryAsync("c")).ShouldHaveSingleItem().Outgoing.ShouldBe(["reply-0"]);
        await DoneAsync(Turn("first of all") with { ErasesSince = Noon });
        (await HistoryAsync("first of all")).ShouldHaveSingleItem().Inbound.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_turn_that_is_too_large_or_incomplete_is_refused()
    {
        var large = new string('x', JournalLimits.TurnSize / 2);
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c", 0, "in-1", "r", large)));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outgoing = [null!] }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Outgoing = null! }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(Turn("c") with { Version = -1 }));
        await Should.ThrowAsync<ArgumentException>(() => CommitAsync(null!));
        (await RecordAsync("c")).ShouldBeNull();
    }

    [Fact]
    public async Task Cancelled_before_it_started_means_that_nothing_happened()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Journal.CommitAsync(Turn("c"), cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Journal.BeginAsync("c", "in-1", cancelled.Token));
        (await RecordAsync("c")).ShouldBeNull();
    }

    [Fact]
    public async Task After_disposal_everything_says_so()
    {
        await Journal.DisposeAsync();
        await Journal.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(() => CommitAsync(Turn("c")));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await Journal.BeginAsync("c", "in-1", Never));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await Journal.NextDueAsync(Never));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await Journal.ForgetAsync("c", Never));
    }
}
