using OverdoseBot.Channels.Opinions;
using OverdoseBot.Chats;

namespace OverdoseBot.Channels.Tests.Turns;

/// <summary>The opinion's turn in the journal.</summary>
public sealed class OpinionTurnTests : WithJournal
{
    private const string Sad = "there is nobody here but me";
    private readonly OpinionTally _tally = new();
    private readonly ListLog<TurnRunner> _log = new();

    [Fact]
    public async Task It_is_kept_as_a_turn_of_its_own_and_wakes_no_clock()
    {
        await Run("1", Sad);
        var due = await Journal.NextDueAsync(default);

        (await Opine("1")).Activities.ShouldHaveSingleItem().Text.ShouldBe("Call 911. Talk to the 911 person. They are with you.");

        (await Journal.NextDueAsync(default)).ShouldBe(due);
        (await Journal.HistoryAsync("c", 0, 10, default)).Select(t => t.InboundKey.Split('/')[0]).ShouldBe(["1", "opinion"]);
    }

    [Fact]
    public async Task It_runs_once_however_often_it_comes()
    {
        await Run("1", Sad);
        var first = await Opine("1");
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        var again = await Opine("1");

        (again.Repeated, again.Turn).ShouldBe((true, first.Turn));
        (await Journal.HistoryAsync("c", 0, 10, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_comes_after_the_next_words_leaves_no_trace()
    {
        await Run("1", Sad);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        await Run("2", "ok");

        (await Opine("1")).Activities.ShouldBeEmpty();
        (await Journal.HistoryAsync("c", 0, 10, default)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_next_words_win_a_race_with_it()
    {
        await Run("1", Sad);
        Time.MoveTo(Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        Journal.First = () => Run("2", "not breathing");

        (await Opine("1")).Activities.ShouldBeEmpty();
        Journal.Conflicts.ShouldBe(1);
        (await Journal.HistoryAsync("c", 0, 10, default)).Select(t => t.InboundKey).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task A_chat_that_was_forgotten_meanwhile_stays_forgotten()
    {
        await Run("1", Sad);
        await Journal.ForgetAsync("c", default);

        (await Opine("1")).Activities.ShouldBeEmpty();
        (await Journal.HistoryAsync("c", 0, 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_leaves_its_question_after_the_commit_and_once()
    {
        var options = new OpinionOptions(new Uri("https://language.example"), "key");
        var questions = new OpenQuestions(options, _tally);
        var away = new TurnRunner(new AwayJournal(atCommitOnly: true), Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, _log, questions);
        await away.RunAsync("c", "1", From.Text(Sad), false, default);
        questions.Left.ShouldBe(0);

        var runner = new TurnRunner(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, _log, questions);
        await runner.RunAsync("c", "1", From.Text(Sad), false, default);
        await runner.RunAsync("c", "1", From.Text(Sad), false, default);
        questions.Left.ShouldBe(1);

        await using var taken = questions.TakeAsync(default).GetAsyncEnumerator();
        await taken.MoveNextAsync();
        var question = taken.Current;
        (question.Conversation, question.Heard, question.Text, question.Language).ShouldBe(("c", ChatRun.Start, Sad, "en"));
    }

    private Task<TurnReplies> Run(string key, string text) => Runner().RunAsync("c", key, From.Text(text), false, default);

    private Task<TurnReplies> Opine(string key) => Runner().OpineAsync(new Question("c", key, ChatRun.Start, Sad, "en"), default);

    private TurnRunner Runner() => new(Journal, Shipped.Adapter(), Shipped.Library, Time, Shipped.Defaults, _log);
}
