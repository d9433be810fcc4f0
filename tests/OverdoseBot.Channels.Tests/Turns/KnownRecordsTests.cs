using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>A record is taken from memory only where it is the one that is kept.</summary>
public sealed class KnownRecordsTests : WithJournal
{
    private static readonly CaseRecord _record = new() { Region = "us", Language = "en" };
    private readonly KnownRecords _known = new();

    [Fact]
    public async Task Who_writes_on_here_is_not_loaded_again()
    {
        var here = Runner();
        await RunAsync(here, "1", "he wont wake up");
        await RunAsync(here, "2", "slow");
        var replies = await RunAsync(here, "3", "ambulance is here");

        string.Concat(replies.Activities.Select(a => a.Text)).ShouldContain("breaths since 1 min ago");
        (Journal.Loads, Journal.Conflicts).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_message_that_comes_again_gets_what_it_got_though_nobody_looked_for_it()
    {
        var here = Runner();
        await RunAsync(here, "1", "he wont wake up");
        var first = await RunAsync(here, "2", "slow");
        var again = await RunAsync(here, "2", "slow");

        (again.Repeated, again.Turn).ShouldBe((true, first.Turn));
        again.Activities.Select(a => (a.Id, a.Text)).ShouldBe(first.Activities.Select(a => (a.Id, a.Text)));
        (Journal.Loads, (await Journal.HistoryAsync("c", 0, 9, default)).Count).ShouldBe((1, 2));
    }

    [Fact]
    public async Task What_another_kept_meanwhile_is_loaded_once_the_commit_tells_of_it()
    {
        var (here, there) = (Runner(), Runner());
        await RunAsync(here, "1", "he wont wake up");
        await RunAsync(there, "2", "slow");
        await RunAsync(here, "3", "ambulance is here");

        Journal.Conflicts.ShouldBe(1);
    }

    [Fact]
    public void What_is_told_of_a_later_turn_elsewhere_is_loaded_and_old_news_is_not()
    {
        _known.Wrote("c", RecordJson.Write(_record), _record, Done(3));
        _known.Overtaken("c", 3);
        _known.Latest("c").ShouldBe((_record, 30));
        _known.Overtaken("c", 4);
        _known.Latest("c").ShouldBeNull();
    }

    [Fact]
    public async Task What_another_replica_kept_counts_for_the_next_turn_here()
    {
        var (here, there) = (Runner(), Runner());
        await RunAsync(here, "1", "he wont wake up");
        await RunAsync(there, "2", "slow");
        var replies = await RunAsync(here, "3", "ambulance is here");

        string.Concat(replies.Activities.Select(a => a.Text)).ShouldContain("breaths since 1 min ago");
    }

    [Fact]
    public async Task A_conversation_that_was_forgotten_elsewhere_begins_anew_here()
    {
        var here = Runner();
        var first = await RunAsync(here, "1", "he wont wake up");
        await RunAsync(here, "2", "slow");
        await Journal.ForgetAsync("c", default);

        var again = await RunAsync(here, "3", "he wont wake up");
        (again.Turn, again.Activities[^1].Text).ShouldBe((1, first.Activities[^1].Text));
    }

    [Fact]
    public void What_was_written_is_known_by_its_version_and_by_nothing_else()
    {
        var (old, changed) = (_record, _record with { Silences = 1 });
        _known.Wrote("c", RecordJson.Write(old), old, Done(1));

        _known.Read("c", 10, RecordJson.Write(old)).ShouldBeSameAs(old);
        _known.Read("c", 20, RecordJson.Write(changed)).Silences.ShouldBe(1);
        _known.Read("other", 10, RecordJson.Write(changed)).Silences.ShouldBe(1);
        Should.Throw<System.Text.Json.JsonException>(() => _known.Read("c", 20, "{\"region\":"u8));
    }

    [Fact]
    public void A_record_that_is_not_what_its_bytes_say_is_read_from_them()
    {
        _known.Wrote("c", RecordJson.Write(_record), _record, Done(1));
        var broken = _record with { Product = "half of a face \ud83d" };
        var bytes = RecordJson.Write(broken);
        _known.Wrote("c", bytes, broken, Done(2));

        _known.Latest("c").ShouldBeNull();
        _known.Read("c", 20, bytes).Product.ShouldBe("half of a face \ufffd");
    }

    [Fact]
    public void Words_that_a_person_wrote_are_not_held()
    {
        var planning = _record with { Plan = new HomePlan(Time.GetUtcNow(), ImmutableSortedDictionary<string, string>.Empty.Add("name", "Sam"), null) };
        var bytes = RecordJson.Write(planning);
        _known.Wrote("c", bytes, planning, Done(1));

        _known.Latest("c").ShouldBeNull();
        _known.Read("c", 10, bytes).ShouldNotBeSameAs(planning);
    }

    [Fact]
    public async Task What_a_caller_carries_back_is_what_the_journal_keeps_of_it()
    {
        var here = Runner();
        foreach (var (text, number) in new[] { "he wont wake up", "slow", "ambulance is here" }.Select((t, i) => (t, i)))
        {
            var replies = await RunAsync(here, $"{number}", text);
            replies.Written.ShouldBe(replies.Activities.Select(ActivityJson.Write));
            (await Journal.HistoryAsync("c", number, 1, default)).ShouldHaveSingleItem().Outgoing.ShouldBe(replies.Written);
        }
    }

    private static CommitOutcome.Done Done(long turn) => new(new LoggedTurn(turn, "key", null, [], DateTimeOffset.UnixEpoch), 10 * turn);

    private static Task<TurnReplies> RunAsync(TurnRunner runner, string key, string text) => runner.RunAsync("c", key, From.Text(text), false, default);

    private TurnRunner Runner() => new(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, new ListLog<TurnRunner>());
}
