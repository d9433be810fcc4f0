using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>A whole emergency through <c>/api/messages</c>, with every reply delivered by the outbox and time that only the test moves.</summary>
public sealed class EmergencyTests
{
    [Theory]
    [InlineData("webchat", "")]
    [InlineData("msteams", "")]
    [InlineData("sms", "restart")]
    [InlineData("directline", "restart")]
    public async Task From_the_first_word_to_the_crew_with_the_next_dose_asked_about_at_two_minutes(string channel, string how)
    {
        await using var stage = await Stage.SetAsync();
        if (channel != "sms")
        {
            var joined = stage.Message("", "c1", channel, a => (a["type"], a["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "user-1" })));
            await stage.PostAsync(joined, stage.Token());
            (await stage.Far.UntilAsync(1))[0].Text.ShouldContain("911");
        }

        (await Say("he does not wake up and he is not breathing")).ShouldContain("ush hard and fast");
        stage.Far.All.Last().Text.ShouldContain("911");
        (await Say("calling 911 now")).ShouldNotBeEmpty();
        (await Say("nose spray")).ShouldContain("Press hard");
        await PassAsync(TimeSpan.FromSeconds(20));
        (await Say("gave the first spray")).ShouldContain("clock");
        var given = stage.Now;

        if (how == "restart")
        {
            await PassAsync(TimeSpan.FromSeconds(60));
            await stage.RestartAsync();
        }

        var before = stage.Far.All.Count;
        await PassAsync(given.AddMinutes(2) - stage.Now - TimeSpan.FromMilliseconds(1));
        stage.Far.All.Count.ShouldBe(before, "nothing before its time");
        await PassAsync(TimeSpan.FromMilliseconds(2));
        var prompt = (await stage.Far.UntilAsync(before + 1))[^1];
        (prompt.At - given).ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        prompt.Text.ShouldContain("next dose");

        (await Say("breathing normally")).ShouldContain("side");
        (await Say("the ambulance is here")).ShouldNotBeEmpty();
        stage.Far.All.Count.ShouldBe(stage.Far.Taken.Count, "nothing was refused");
        var kept = (await stage.HistoryAsync(stage.Message("", "c1", channel))).SelectMany(t => t.Outgoing).Select(o => (string)JsonNode.Parse(o)!["text"]!);
        stage.Far.Taken.Select(r => r.Text.Split("\n- ")[0]).ShouldBe(kept, "everything that was said came, once and in order");

        async Task<string> Say(string text) => (await stage.SayAsync(text, channel)).Text;

        // Time stands still till what the clocks said has arrived: a person who answered first would make it stale.
        async Task PassAsync(TimeSpan span)
        {
            await stage.PassAsync(span);
            await stage.SentAsync();
        }
    }

    [Fact]
    public async Task A_prompt_that_could_not_be_delivered_is_not_sent_late()
    {
        await using var stage = await Stage.SetAsync();
        await stage.SayAsync("he is not breathing, I am on the phone with 911");
        await stage.SayAsync("gave the first spray");
        stage.Far.Answers.Enqueue((503, null));
        await stage.PassAsync(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        var prompt = (await stage.Far.UntilAsync(3))[^1].Text;

        var next = await stage.SayAsync("breathing normally");

        next.Text.ShouldNotBe(prompt);
        stage.Far.Taken.ShouldNotContain(r => r.Text == prompt);
    }
}
