using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>Hubs that refuse, are silent, dead or dying: the person is told plainly, and the steps go on.</summary>
public sealed class HubTroubleTests
{
    private const string None = "Call 911. No person can join us now. Talk to the 911 person. They are with you.";
    private const string Lost = "Call 911. The link to the person broke. They no longer read this. Talk to the 911 person. They are with you.";

    [Fact]
    public async Task A_hub_that_refuses_is_said_at_once()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.AskAsync();
        (await bench.Hub.StatusAsync(got, "failed")).Code.ShouldBe(200);
        Text((await bench.ReadAsync()).Single()).ShouldBe(None);
        await StepsGoOnAsync(bench);
    }

    [Fact]
    public async Task Nobody_in_thirty_seconds_is_said_and_a_late_yes_changes_nothing()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.AskAsync();
        await bench.PassAsync(TimeSpan.FromSeconds(29));
        (await bench.ReadAsync()).ShouldBeEmpty();
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        Text((await bench.ReadAsync()).Single()).ShouldBe(None);
        bench.Hub.All.Last().Type.ShouldBe("endOfConversation");
        (await bench.Hub.StatusAsync(got, "accepted")).Code.ShouldBe(404);
        (await bench.ReadAsync()).ShouldBeEmpty();
        await StepsGoOnAsync(bench);
    }

    [Fact]
    public async Task Nobody_in_thirty_seconds_is_said_across_a_restart()
    {
        await using var bench = await HubBench.OpenAsync();
        await bench.AskAsync();
        await bench.PassAsync(TimeSpan.FromSeconds(10));
        await bench.RestartAsync();
        await bench.PassAsync(TimeSpan.FromSeconds(21));
        Text((await bench.ReadAsync()).Single()).ShouldBe(None);
        await StepsGoOnAsync(bench);
    }

    [Fact]
    public async Task A_hub_that_is_dead_from_the_start_is_said_within_thirty_seconds_and_never_gets_the_old_request()
    {
        await using var bench = await HubBench.OpenAsync(dead: true);
        await bench.SayAsync("he is not breathing");
        (await bench.SayAsync("i want to talk to a human")).Length.ShouldBe(2);
        await bench.PassAsync(TimeSpan.FromSeconds(31));
        Text((await bench.ReadAsync()).Single()).ShouldBe(None);
        await StepsGoOnAsync(bench);
        await bench.Hub.StartAsync();
        await bench.PassAsync(TimeSpan.FromMinutes(2));
        bench.Hub.All.ShouldNotContain(g => g.Name == "handoff.initiate");
    }

    [Fact]
    public async Task A_hub_that_dies_in_the_middle_is_said_after_thirty_seconds_and_gets_nothing_later()
    {
        await using var bench = await HubBench.OpenAsync();
        await bench.ConnectAsync();
        await bench.Hub.DieAsync();
        var got = bench.Hub.All.Count;
        (await bench.SayAsync("are you there")).ShouldBeEmpty();
        (await bench.SayAsync("hello")).ShouldBeEmpty();
        await bench.PassAsync(TimeSpan.FromSeconds(28));
        (await bench.ReadAsync()).ShouldBeEmpty();
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        Text((await bench.ReadAsync()).Single()).ShouldBe(Lost);
        await bench.Hub.StartAsync();
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Hub.All.Count.ShouldBe(got);
        await StepsGoOnAsync(bench);
    }

    [Fact]
    public async Task A_hub_that_is_away_for_a_moment_gets_all_in_order_and_the_person_is_told_nothing()
    {
        await using var bench = await HubBench.OpenAsync();
        await bench.ConnectAsync();
        await bench.Hub.DieAsync();
        await bench.SayAsync("are you there");
        await bench.SayAsync("he looks the same");
        await bench.PassAsync(TimeSpan.FromSeconds(10));
        await bench.Hub.StartAsync();
        await bench.PassAsync(TimeSpan.FromSeconds(10));
        bench.Hub.All.Select(g => g.Text).TakeLast(2).ShouldBe(["are you there", "he looks the same"]);
        (await bench.ReadAsync()).ShouldNotContain(m => m["channelData"]!["guide"]!["handoff"] != null);
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status404NotFound)]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status302Found)]
    public async Task A_hub_that_says_no_is_not_asked_again_and_it_is_said_at_once(int status)
    {
        await using var bench = await HubBench.OpenAsync();
        bench.Hub.Answers = (_, context) =>
        {
            context.Response.Headers.Location = bench.Hub.Url;
            return Task.FromResult(status);
        };
        await bench.SayAsync("he is not breathing");
        var said = await bench.SayAsync("i want to talk to a human");
        bench.Hub.All.ShouldHaveSingleItem();
        Text(said.Last()).ShouldBe(None);
        await StepsGoOnAsync(bench);
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    [InlineData(StatusCodes.Status408RequestTimeout)]
    public async Task A_hub_that_stumbles_is_asked_again(int status)
    {
        await using var bench = await HubBench.OpenAsync();
        bench.Hub.Answers = (_, _) => Task.FromResult(bench.Hub.All.Count < 3 ? status : StatusCodes.Status200OK);
        await bench.SayAsync("he is not breathing");
        await bench.SayAsync("i want to talk to a human");
        await bench.PassAsync(TimeSpan.FromSeconds(8));
        bench.Hub.All.Select(g => (g.Name, (string)g.Json["id"]!)).Distinct().ShouldHaveSingleItem().Item1.ShouldBe("handoff.initiate");
        bench.Hub.All.Count.ShouldBe(3);
        (await bench.ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hub_that_never_answers_holds_up_no_step()
    {
        await using var bench = await HubBench.OpenAsync();
        bench.Hub.Answers = async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return 200;
        };
        (await bench.Person.SayAsync("he is not breathing")).Code.ShouldBe(200);
        (await bench.Person.SayAsync("i want to talk to a human")).Code.ShouldBe(200);
        (await bench.ReadAsync()).Length.ShouldBe(3);
        while (bench.Hub.All.IsEmpty)
        {
            await Task.Yield();
        }

        (await bench.Person.SayAsync("he is breathing slow")).Code.ShouldBe(200);
        (await bench.ReadAsync()).Single()["channelData"]!["guide"]!["step"]!.ToString().ShouldBe("respond/breaths");
        bench.Time.Advance(TimeSpan.FromSeconds(31));
        while (!(await bench.ReadAsync()).Any(m => Text(m) == None))
        {
            // What is due is being done: hours that pass meanwhile would bring other news.
            bench.Time.Advance(await bench.Server.Journal.NextDueAsync(default) <= bench.Now ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }
    }

    // Bad news right after the trouble: the step that it asks for comes at once.
    private static async Task StepsGoOnAsync(HubBench bench)
    {
        await bench.SayAsync("he is breathing slow");
        var said = await bench.SayAsync("he stopped breathing");
        ((string)said.Single()["channelData"]!["guide"]!["step"]!).ShouldBe("respond/compressions");
    }

    private static string Text(JsonObject message) => (string)message["text"]!;
}
