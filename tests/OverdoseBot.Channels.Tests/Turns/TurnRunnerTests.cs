using System.Text;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Chats;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Tests.Turns;

public sealed class TurnRunnerTests : WithJournal
{
    private const string Secret = "my brother Bartholomew is not breathing";
    private readonly ListLog<TurnRunner> _log = new();

    [Fact]
    public async Task The_same_message_again_gets_the_same_replies_with_the_same_ids_and_runs_nothing()
    {
        var first = await Run("1", "not breathing");
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        var again = await Run("1", "not breathing");

        (again.Repeated, again.Turn).ShouldBe((true, first.Turn));
        again.Activities.Select(ActivityJson.Write).ShouldBe(first.Activities.Select(ActivityJson.Write));
        (await Journal.HistoryAsync("c", 0, 10, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replies_have_ids_in_order_and_theTime_of_the_turn()
    {
        await Run("1", "not breathing");
        var replies = (await Run("2", "crew is here")).Activities;

        replies.Count.ShouldBe(2);
        replies.Select(a => a.Id).ShouldBeUnique();
        replies.Select(a => a.Id).ShouldBe(replies.Select(a => a.Id).Order(StringComparer.Ordinal));
        replies.ShouldAllBe(a => a.Timestamp == ChatRun.Start);
    }

    [Fact]
    public async Task A_turn_that_meets_a_conflict_is_run_again_on_what_was_kept()
    {
        await Run("1", "he wont wake up");
        Journal.First = () => Run("2", "slow");
        var late = await Run("3", "ambulance is here");

        Journal.Conflicts.ShouldBe(1);
        late.Turn.ShouldBe(3);
        string.Concat(late.Activities.Select(a => a.Text)).ShouldContain("breaths since 1 min ago");
    }

    [Fact]
    public async Task A_duplicate_that_races_with_itself_is_answered_once()
    {
        TurnReplies? first = null;
        Journal.First = async () => first = await Run("1", "not breathing");
        var second = await Run("1", "not breathing");

        (second.Repeated, second.Turn).ShouldBe((true, first!.Turn));
        second.Activities.Select(ActivityJson.Write).ShouldBe(first.Activities.Select(ActivityJson.Write));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_store_the_answer_is_the_emergency_card_and_no_word_of_the_person_is_logged(bool atCommitOnly)
    {
        foreach (var sms in new[] { false, true })
        {
            var card = await Runner(new AwayJournal(atCommitOnly)).RunAsync("c", "1", From.Text(Secret), sms, default);

            card.Turn.ShouldBe(0);
            card.Activities.ShouldNotBeEmpty();
            card.Activities[0].Text.ShouldContain("911");
            card.Activities[0].Conversation.Id.ShouldBe("chat");
        }

        _log.Lines.Count.ShouldBe(2);
        _log.Lines.ShouldAllBe(l => l.StartsWith("Critical: ") && !l.Contains("Bartholomew"));
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_goes_on_at_the_fallback_step()
    {
        var kept = new TurnEntry("c", 0, "0", Encoding.UTF8.GetBytes("{\"region\":"), null, [], null, Time.GetUtcNow(), true);
        await Journal.CommitAsync(kept, default);

        var replies = await Run("1", "blah");

        replies.Turn.ShouldBe(2);
        replies.Activities[0].Text.ShouldContain("911");
        ((string?)((JObject)replies.Activities[0].ChannelData)["guide"]!["step"]).ShouldBe("respond/breathing");
        _log.Lines.ShouldHaveSingleItem().ShouldContain("could not be read");
    }

    [Fact]
    public async Task A_turn_that_fails_is_kept_with_the_safe_reply_and_its_error_is_logged_without_words()
    {
        var adapter = (TurnAdapter)Shipped.Adapter().Use(new Failing(Secret));
        var runner = new TurnRunner(Journal, adapter, Shipped.Library, Time, Shipped.Defaults, _log);

        var replies = await runner.RunAsync("c", "1", From.Text(Secret), false, default);

        replies.Turn.ShouldBe(1);
        replies.Activities[0].Text.ShouldContain("911");
        _log.Lines.ShouldHaveSingleItem().ShouldContain(nameof(InvalidTimeZoneException));
        _log.Lines[0].ShouldNotContain("Bartholomew");
    }

    [Fact]
    public async Task A_ring_whose_clock_was_moved_by_a_message_says_nothing()
    {
        await Run("1", "he wont wake up");
        var due = (await Journal.NextDueAsync(default))!.Value;
        Time.MoveTo(due - TimeSpan.FromSeconds(1));
        await Run("2", "ok");
        Time.MoveTo(due);

        (await Runner(Journal).RingAsync(new DueAlarm("c", due), default)).Activities.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ring_whose_turn_begins_after_the_clock_was_set_back_says_what_is_due()
    {
        await Run("1", "he wont wake up");
        var due = (await Journal.NextDueAsync(default))!.Value;
        Time.MoveTo(due - TimeSpan.FromMilliseconds(20));

        (await Runner(Journal).RingAsync(new DueAlarm("c", due), default)).Activities.ShouldNotBeEmpty();
        (await Journal.NextDueAsync(default)).ShouldNotBe(due);
    }

    [Fact]
    public async Task A_clock_whose_turn_cannot_be_run_is_told_once_and_not_as_a_card()
    {
        var runner = Runner(new AwayJournal(atCommitOnly: false));
        for (var i = 0; i < 100; i++)
        {
            await runner.RingAsync(new DueAlarm($"c{i}", Time.GetUtcNow()), default);
        }

        _log.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.ShouldStartWith("Critical: A clock is due"), l => l.ShouldContain("The disk is full."), l => l.ShouldNotContain("card"));
    }

    private Task<TurnReplies> Run(string key, string text) => Runner(Journal).RunAsync("c", key, From.Text(text), false, default);

    private TurnRunner Runner(IJournal journal) => new(journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, _log);

    private sealed class Failing(string message) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            throw new InvalidTimeZoneException(message);
    }
}
