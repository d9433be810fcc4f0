using System.Text.Json.Nodes;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>A hand-off to a person from end to end: the started service and a scripted hub.</summary>
public sealed class HandOffTests
{
    [Fact]
    public async Task What_the_hub_gets_says_where_the_case_stands_and_names_nobody()
    {
        await using var bench = await HubBench.OpenAsync();
        await bench.SayAsync("my brother Bartholomew is not breathing");
        await bench.SayAsync("i called 911");
        await bench.SayAsync("gave him narcan");
        var said = await bench.SayAsync("i want to talk to a human");

        said.Length.ShouldBe(2);
        Text(said[0]).ShouldStartWith("Talk to the 911 person.");
        Text(said[1]).ShouldStartWith("I asked for a person to join here.");
        var got = bench.Hub.All.ShouldHaveSingleItem();
        got.Authorization.ShouldBe($"Bearer {ScriptedHub.Secret}");
        (got.Type, got.Name, got.ServiceUrl).ShouldBe(("event", "handoff.initiate", $"http://127.0.0.1:{bench.Server.Port}/hub"));
        var value = got.Json["value"]!.AsObject();
        value.Select(v => v.Key).ShouldBe(["step", "kind", "region", "language", "form", "called", "doses", "marks"]);
        ((string)value["step"]!, (string)value["kind"]!, (string)value["region"]!, (string)value["language"]!, (string)value["form"]!, (bool)value["called"]!)
            .ShouldBe(("respond/compressions", "emergency", "us", "en", "web", true));
        value["doses"]!.ToJsonString().ShouldBe("""{"count":1,"times":["2026-03-14T14:00:00Z"]}""");
        value["marks"]!.AsObject().Select(m => m.Key).ShouldBe(["called", "compressions", "dose-given", "heard"]);
        ((string)got.Json["relatesTo"]!["conversation"]!["id"]!, (string)got.Json["relatesTo"]!["serviceUrl"]!).ShouldBe((got.Conversation, got.ServiceUrl));
        ((string)got.Json["id"]!).ShouldNotBeEmpty();
        got.Json["timestamp"].ShouldNotBeNull();
        got.Json["attachments"].ShouldBeNull("no transcript");
        foreach (var identity in (string[])["Bartholomew", "narcan", "dl_", bench.Person.Conversation, bench.Person.Conversation["web-".Length..]])
        {
            got.Body.ShouldNotContain(identity);
        }
    }

    [Fact]
    public async Task A_person_joins_the_steps_go_on_and_so_do_their_clocks()
    {
        await using var bench = await HubBench.OpenAsync();
        await bench.SayAsync("he is not breathing");
        await bench.SayAsync("gave him narcan");
        var dosed = bench.Now;
        await bench.SayAsync("i want to talk to a human");
        await bench.SayAsync("ok");
        var got = bench.Hub.All.ShouldHaveSingleItem("what was written before is not relayed");

        await bench.PassAsync(TimeSpan.FromSeconds(10));
        (await bench.Hub.StatusAsync(got, "accepted")).Code.ShouldBe(200);
        var notice = (await bench.ReadAsync()).ShouldHaveSingleItem();
        Text(notice).ShouldStartWith("Call 911. A person is in this chat now.");
        ((string)Guide(notice)["handoff"]!, (string)Guide(notice)["step"]!).ShouldBe(("accepted", "respond/compressions"));
        notice["suggestedActions"]!["actions"]!.AsArray().ShouldNotBeEmpty("Web Chat shows the buttons of the newest message only");

        // Talk: passed on, and the bot says nothing.
        (await bench.SayAsync("thank you, is there anything else")).ShouldBeEmpty();
        (await bench.SayAsync("ok\u0007 go\u202Eon")).ShouldBeEmpty();
        bench.Hub.All.Skip(1).Select(g => (g.Type, g.Text, g.Conversation)).ShouldBe(
            [("message", "thank you, is there anything else", got.Conversation), ("message", "ok goon", got.Conversation)]);

        // The other way: marked as a person's, cleaned, once.
        (await bench.Hub.SayAsync(got, "I am Ana.\nKeep\u0000 pushing \u202Enow. 😀", "m-1")).Code.ShouldBe(200);
        (await bench.Hub.SayAsync(got, "I am Ana.\nKeep\u0000 pushing \u202Enow. 😀", "m-1")).Code.ShouldBe(200);
        var person = (await bench.ReadAsync()).ShouldHaveSingleItem();
        (Text(person), (string)person["from"]!["name"]!, (string)Guide(person)["person"]!).ShouldBe(("I am Ana. Keep pushing now. 😀", "A person", "A person"));
        person["suggestedActions"]!["actions"]!.AsArray().ShouldNotBeEmpty();

        // Bad news is passed on, and moves the step.
        (await bench.SayAsync("he is breathing but slow")).Single().ShouldSatisfyAllConditions(m => ((string)Guide(m)["step"]!).ShouldBe("respond/breaths"));
        (await bench.SayAsync("he stopped breathing")).Single().ShouldSatisfyAllConditions(m => ((string)Guide(m)["step"]!).ShouldBe("respond/compressions"));
        bench.Hub.All.TakeLast(2).Select(g => g.Text).ShouldBe(["he is breathing but slow", "he stopped breathing"]);

        // The clock of the dose rings as if nobody were there.
        await bench.PassAsync(dosed + TimeSpan.FromSeconds(119) - bench.Now);
        (await bench.ReadAsync()).ShouldAllBe(m => (string)Guide(m)["step"]! != "respond/re-check");
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        var prompt = (await bench.ReadAsync()).Single(m => (string)Guide(m)["step"]! == "respond/re-check");
        (DateTimeOffset.Parse((string)prompt["timestamp"]!, null) - dosed).TotalSeconds.ShouldBeInRange(120, 121);

        // The responder leaves: said plainly, and nothing more is passed on.
        (await bench.Hub.StatusAsync(got, "completed")).Code.ShouldBe(200);
        Text((await bench.ReadAsync()).Single()).ShouldBe("Call 911. The person has left. They no longer read this. Talk to the 911 person. They are with you.");
        var before = bench.Hub.All.Count;
        (await bench.SayAsync("thank you")).ShouldNotBeEmpty();
        bench.Hub.All.Count.ShouldBe(before);
        (await bench.Hub.SayAsync(got, "one more thing")).Code.ShouldBe(404);
    }

    [Fact]
    public async Task A_second_request_is_answered_and_not_doubled()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.AskAsync();
        Text((await bench.SayAsync("can i talk to a real person")).Last()).ShouldStartWith("Call 911. I have asked. No one is in this chat yet.");
        (await bench.Hub.StatusAsync(got, "accepted")).Code.ShouldBe(200);
        (await bench.Hub.StatusAsync(got, "accepted")).Code.ShouldBe(200);
        (await bench.ReadAsync()).ShouldHaveSingleItem();
        Text((await bench.SayAsync("can i talk to a real person")).Last()).ShouldStartWith("Call 911. The person is in this chat.");
        bench.Hub.All.Count(g => g.Name == "handoff.initiate").ShouldBe(1);
    }

    [Fact]
    public async Task A_restart_of_the_case_tells_both_sides_and_another_request_is_another_hand_off()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        Text((await bench.SayAsync("start over")).Last()).ShouldStartWith("Call 911. The person has left.");
        bench.Hub.All.Last().ShouldSatisfyAllConditions(g => g.Type.ShouldBe("endOfConversation"), g => g.Conversation.ShouldBe(got.Conversation));
        await bench.PassAsync(TimeSpan.FromSeconds(1));
        await bench.SayAsync("i want to talk to a human");
        var second = bench.Hub.All.Last();
        (second.Name, second.Conversation == got.Conversation).ShouldBe(("handoff.initiate", false));
        (await bench.Hub.StatusAsync(got, "accepted")).Code.ShouldBe(404);
        (await bench.Hub.StatusAsync(second, "accepted")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task An_hour_of_silence_ends_the_case_and_the_hand_off()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        await bench.PassAsync(TimeSpan.FromMinutes(61));
        var said = await bench.ReadAsync();
        Text(said[^2]).ShouldContain("I will stop texting now.");
        Text(said[^1]).ShouldContain("The person has left.");
        bench.Hub.All.Last().Type.ShouldBe("endOfConversation");
        (await bench.Hub.SayAsync(got, "hello?")).Code.ShouldBe(404);
    }

    [Fact]
    public async Task A_service_that_restarts_in_the_middle_goes_on_in_both_directions()
    {
        await using var bench = await HubBench.OpenAsync();
        var got = await bench.ConnectAsync();
        await bench.RestartAsync();
        (await bench.SayAsync("are you still there")).ShouldBeEmpty();
        bench.Hub.All.Last().ShouldSatisfyAllConditions(g => g.Text.ShouldBe("are you still there"), g => g.Conversation.ShouldBe(got.Conversation));
        (await bench.Hub.SayAsync(got, "Yes, I am.")).Code.ShouldBe(200);
        Text((await bench.ReadAsync()).Single()).ShouldBe("Yes, I am.");
    }

    private static JsonObject Guide(JsonObject message) => message["channelData"]!["guide"]!.AsObject();

    private static string Text(JsonObject message) => (string)message["text"]!;
}
