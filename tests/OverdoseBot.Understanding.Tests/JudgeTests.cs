using OverdoseBot.Understanding.Examples;
using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Who is believed when the two readers differ.</summary>
public sealed class JudgeTests
{
    private static readonly string[] s_words = ["normal", "slow", "none", "woke", "unclear"];

    private static readonly Heads s_heads = new([("fact/stopped-breathing", ["stopped-breathing"]), ("fact/dose-given", ["dose-given"]), ("fact/breathing-now", ["breathing-now"]), (Heads.Distress, ["calm", "distressed", "self-harm"]), ("answer/normal", s_words)]);

    private static readonly MeaningTable s_meanings = new(Home.EnglishBook);

    private static readonly Asked s_asked = new("respond", "re-check", s_words, null, null, ["normal", "slow", "none", "woke"]);

    [Theory]
    // What the grammar heard, the chances of normal, slow, none, woke, unclear in percent, the answer.
    [InlineData(null, 83, 1, 1, 1, 14, "unclear")]
    [InlineData(null, 92, 1, 1, 1, 5, "normal")]
    [InlineData(null, 50, 2, 2, 44, 2, "normal")]
    [InlineData(null, 5, 55, 5, 5, 30, "slow")]
    [InlineData(null, 5, 5, 55, 5, 30, "none")]
    [InlineData("none", 76, 4, 12, 4, 4, "none")]
    [InlineData("none", 84, 2, 8, 4, 2, "normal")]
    [InlineData("none", 1, 84, 12, 2, 1, "none")]
    [InlineData("none", 1, 94, 3, 1, 1, "none")]    // no breath is not made slow breath while there is any chance of none
    [InlineData("none", 1, 97, 0, 1, 1, "slow")]
    [InlineData("slow", 84, 12, 2, 1, 1, "slow")]
    [InlineData("normal", 60, 2, 2, 2, 34, "unclear")]
    [InlineData("normal", 74, 2, 2, 2, 20, "normal")]
    [InlineData("normal", 10, 60, 10, 10, 10, "slow")]
    [InlineData("woke", 2, 2, 2, 90, 4, "woke")]
    [InlineData("woke", 80, 2, 2, 12, 4, "woke")]
    [InlineData("woke", 90, 2, 2, 2, 4, "normal")]
    [InlineData("kit-here", 1, 1, 96, 1, 1, "kit-here")]
    public void Good_news_needs_belief_and_bad_news_is_hardly_taken_back(string? heard, int normal, int slow, int none, int woke, int unclear, string answer) =>
        Judged(heard, [normal, slow, none, woke, unclear], special: false).ShouldBe(answer);

    [Theory]
    // Beside something that no example tells of, such as a kit by the name of its country.
    [InlineData(null, 5, 55, 5, 5, 30, "unclear")]
    [InlineData(null, 1, 90, 1, 1, 7, "slow")]
    [InlineData("normal", 20, 5, 60, 5, 10, "unclear")]
    [InlineData("normal", 2, 2, 90, 2, 4, "none")]
    [InlineData("none", 1, 84, 12, 2, 1, "none")]
    public void Beside_something_special_only_what_is_sure_is_an_answer(string? heard, int normal, int slow, int none, int woke, int unclear, string answer) =>
        Judged(heard, [normal, slow, none, woke, unclear], special: true).ShouldBe(answer);

    [Theory]
    // Heard or not, the chance in percent, told or not.
    [InlineData("stopped-breathing", false, 89, false)]   // the answer settles it
    [InlineData("dose-given", false, 89, false)]
    [InlineData("dose-given", false, 91, true)]
    [InlineData("dose-given", true, 41, true)]
    [InlineData("dose-given", true, 39, false)]
    [InlineData("breathing-now", true, 45, false)]
    public void A_fact_is_told_when_it_is_likely_enough(string fact, bool heard, int chance, bool told)
    {
        var both = new Draft(new Reading { Answer = "unclear", Heard = heard ? [fact] : [], Facts = heard ? [fact] : [] });
        new FactJudge(Home.EnglishBook, s_heads, s_meanings).Judge(both, Thinks(fact, chance), s_asked, new Desk(), special: false);
        both.Reading().Facts.Contains(fact).ShouldBe(told);
        both.Reading().Heard.Contains(fact).ShouldBe(told);
    }

    [Fact]
    public void A_dose_that_is_not_believed_leaves_no_count()
    {
        var both = new Draft(new Reading { Heard = ["dose-given"], Facts = ["dose-given"], Dose = new DoseReport(2, null) });
        new FactJudge(Home.EnglishBook, s_heads, s_meanings).Judge(both, Thinks("dose-given", 5), s_asked, new Desk(), special: false);
        both.Reading().Dose.ShouldBeNull();
    }

    [Theory]
    [InlineData("none", "", "how", "emergency")]
    [InlineData("not-waking", "", "wait", "emergency")]
    [InlineData("slow", "", "other", "emergency")]
    [InlineData("unclear", "seizure", "other", "emergency")]
    [InlineData("unclear", "", "how", "how")]
    [InlineData("normal", "breathing-now", "other", "other")]
    [InlineData("none", "stopped-breathing", "after", "after")]   // who grieves tells of the past
    [InlineData("none", "stopped-breathing", "self-harm", "self-harm")]
    public void Who_answers_with_bad_news_tells_of_an_emergency(string answer, string fact, string intent, string wanted)
    {
        var both = new Draft(new Reading { Answer = answer, Facts = fact.Length == 0 ? [] : [fact], Intent = intent });
        new WishJudge(Home.EnglishBook).Judge(both, Thinks(), s_asked, new Desk(), again: false);
        both.Reading().Intent.ShouldBe(wanted);
    }

    [Fact]
    public void Nothing_changed_is_the_same_reading()
    {
        var first = new Reading { Answer = "none", Heard = ["stopped-breathing"], Facts = ["stopped-breathing"] };
        var both = new Draft(first);
        new AnswerJudge(Home.EnglishBook, s_meanings).Judge(both, Thinks(answer: [1, 1, 96, 1, 1]), s_heads.Find("answer/normal")!, s_asked, new Desk(), special: false);
        both.Reading().ShouldBeSameAs(first);
    }

    private static string Judged(string? heard, int[] chances, bool special)
    {
        var both = new Draft(new Reading { Answer = heard, Heard = heard is null ? [] : [heard] });
        new AnswerJudge(Home.EnglishBook, s_meanings).Judge(both, Thinks(answer: chances), s_heads.Find("answer/normal")!, s_asked, new Desk(), special);
        return both.Answer ?? "unclear";
    }

    private static Opinion Thinks(string? fact = null, int chance = 0, int[]? answer = null)
    {
        var scores = new float[s_heads.Columns];
        foreach (var head in s_heads.Facts)
        {
            scores[head.First] = (float)Math.Log(head.Classes[0] == fact ? chance / (100.0 - chance) : 0.001);
        }

        var question = s_heads.Find("answer/normal")!;
        for (var c = 0; answer is not null && c < answer.Length; c++)
        {
            scores[question.First + c] = (float)Math.Log(answer[c]);
        }

        return new Opinion(s_heads, scores);
    }
}
