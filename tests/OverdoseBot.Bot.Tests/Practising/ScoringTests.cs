using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Practising;

/// <summary>How a practice is scored (clinical.md 11).</summary>
public sealed class ScoringTests
{
    [Fact]
    public async Task A_good_run_meets_every_goal_with_its_time()
    {
        var one = await Practise.BeginAsync();
        foreach (var answer in (string[])["called", "not-waking", "slow", "kit-here", "nasal", "dose-given"])
        {
            await one.TapAsync(answer);
        }

        await one.RingAsync();
        await one.TapAsync("normal");

        Score(one).ShouldBe("5 of 5: call 1, slow 3, breaths 3, dose 6, side 128");
        one.Said.ShouldContain("You did 5 of 5 right. You called: 0:01.");
    }

    [Fact]
    public async Task A_bad_run_is_told_what_to_do_better()
    {
        var one = await Practise.BeginAsync("door");
        await one.TapAsync("not-waking");
        await one.TapAsync("normal");

        Score(one).ShouldBe("0 of 5: no call, no none, no pushes, no dose, no side");
        one.Said.ShouldContain("You did 0 of 5 right.");
        one.Said.ShouldContain("Next time: Call first, on speaker.");
    }

    [Fact]
    public async Task What_comes_too_late_or_too_often_is_not_met()
    {
        var one = await Practise.BeginAsync("tranq");
        await one.DoAsync(Given.Text("1"), TimeSpan.FromSeconds(20));
        await one.DoAsync(Given.Text("4"), TimeSpan.FromSeconds(5));
        await one.DoAsync(Given.Text("6"), TimeSpan.FromSeconds(60));
        foreach (var answer in (string[])["kit-here", "nasal", "dose-given"])
        {
            await one.TapAsync(answer);
        }

        await one.RingAsync();
        await one.TapAsync("dose-given");
        await one.TapAsync("normal");

        Score(one).ShouldBe("4 of 6: call 20, no slow 85, breaths 85, dose 88, no one-dose, side 211");
    }

    [Fact]
    public async Task The_second_dose_counts_from_the_first()
    {
        var one = await Practise.BeginAsync("second", quick: true);
        foreach (var answer in (string[])["called", "not-waking", "slow", "kit-here", "nasal", "dose-given"])
        {
            await one.TapAsync(answer);
        }

        await one.RingAsync();
        await one.TapAsync("dose-given");
        await one.RingAsync();
        await one.TapAsync("normal");

        Score(one).ShouldStartWith("6 of 6: call 1, slow 3, breaths 3, dose 6, second 121, side ");
    }

    private static string Score(Practise one)
    {
        var score = (JObject)one.Sent.Select(a => ((JObject)a.ChannelData!)["guide"]!["drill"]?["score"]).OfType<JObject>().Last();
        var goals = score["goals"]!.Select(g => $"{((bool)g["met"]! ? string.Empty : "no ")}{g["name"]} {g["seconds"]}".TrimEnd());
        return $"{score["right"]} of {score["of"]}: {string.Join(", ", goals)}";
    }
}
