using OverdoseBot.Loopback;

namespace OverdoseBot.Watching.Tests;

/// <summary>What happens is measured, under the right names.</summary>
public sealed class MeasureTests : IDisposable
{
    private readonly Measured _measured = new();

    public void Dispose() => _measured.Dispose();

    [Fact]
    public async Task Turns_steps_and_streams_of_the_page()
    {
        await using var bench = await Bench.StartAsync();
        var person = await Visitor.StartedAsync(bench.Http);
        using (var stream = await person.ListenAsync())
        {
            await stream.UntilAsync(_ => true);
            _measured["overdosebot.streams"].ShouldBe(1);
            await person.SayAsync("he is not breathing", "same");
            await person.SayAsync("he is not breathing", "same");
            await person.SayAsync("i am so scared i cannot do this");
        }

        _measured["overdosebot.turns channel=web kind=triage"].ShouldBe(1);
        _measured["overdosebot.turns channel=web kind=emergency"].ShouldBe(2);
        _measured.Spans.Count(s => s.GetTagItem("overdosebot.repeated") is true).ShouldBeGreaterThan(0);
        _measured["overdosebot.steps step=respond/start"].ShouldBe(1);
        _measured["overdosebot.steps step=respond/compressions"].ShouldBe(1);
        _measured["overdosebot.turn.duration channel=web"].ShouldBeGreaterThanOrEqualTo(0);
        _measured.Sums.Keys.ShouldContain("overdosebot.journal.commit.duration outcome=done");
        _measured.Sums.Keys.ShouldContain(k => k.StartsWith("overdosebot.distress.offers aside="));
        await bench.UntilAsync(() => _measured["overdosebot.streams"] == 0, "a closed stream still counts");
    }

    [Fact]
    public async Task Texts_clocks_and_what_is_delivered()
    {
        await using var twilio = LoopbackService.Always(Reply.Json(201, """{"sid":"SM1","status":"queued"}"""));
        await using var bench = await Bench.StartAsync(("Sms:Twilio:ApiBase", twilio.Address.ToString()));
        (await bench.Me.TextAsync("my friend wont wake up")).Code.ShouldBe(200);
        var (turns, alarms, late) = (0.0, 0.0, 0.0);
        await bench.UntilAsync(HasRung, "no clock's prompt was sent, or its turn was not counted", waits: () => bench.Journal.Rings > _measured["overdosebot.alarms"]);

        _measured["overdosebot.turns channel=sms kind=emergency"].ShouldBe(1);
        _measured["overdosebot.sms.segments way=reply"].ShouldBeGreaterThan(0);
        _measured["overdosebot.sms.segments way=prompt"].ShouldBeGreaterThan(0);
        // The test's clock goes in steps of a second.
        (late / alarms).ShouldBeInRange(0, 5);
        _measured.Sums.Keys.ShouldContain("overdosebot.outbox.age target=sms");

        // All at one look: a message may be on its way before its turn is counted, and the next clock may ring meanwhile.
        bool HasRung()
        {
            turns = _measured.Sums.Where(s => s.Key.StartsWith("overdosebot.turns channel=clock")).Sum(s => s.Value);
            (alarms, late) = (_measured["overdosebot.alarms"], _measured["overdosebot.alarm.lateness"]);
            return _measured["overdosebot.outbox.messages target=sms outcome=sent"] > 0 && alarms > 0 && turns == alarms;
        }
    }

    [Fact]
    public async Task What_cannot_be_delivered_grows_old_and_is_told()
    {
        await using var bench = await Bench.StartAsync(("Sms:Twilio:ApiBase", LoopbackService.Dead().ToString()));
        await bench.Me.TextAsync("my friend wont wake up");
        await bench.UntilAsync(
            () => _measured["overdosebot.outbox.age target=sms"] > 60 && _measured["overdosebot.outbox.messages target=sms outcome=retry"] > 1,
            "its age was not told, or it was not tried again");

        _measured["overdosebot.outbox.messages target=sms outcome=sent"].ShouldBe(0);
    }

    [Fact]
    public async Task Cards_and_a_hub_where_nobody_is()
    {
        await using var bench = await Bench.StartAsync(("HumanLine:Hub", new Uri(LoopbackService.Dead(), "hub").ToString()), ("HumanLine:Secret", "0123456789abcdef"));
        var person = await Visitor.StartedAsync(bench.Http);
        await person.SayAsync("he is not breathing");
        await person.SayAsync("i want to talk to a human");
        _measured["overdosebot.handoffs state=asked"].ShouldBe(1);
        await bench.UntilAsync(() => _measured["overdosebot.handoffs state=failed"] + _measured["overdosebot.handoffs state=lost"] == 1, "nobody came, and it was not counted");

        _measured["overdosebot.cards reason=store"].ShouldBe(0);
        bench.Journal.Away = true;
        (await bench.Me.TextAsync("he is not breathing")).Text.ShouldContain("911");
        _measured["overdosebot.cards reason=store"].ShouldBe(1);
    }

    [Fact]
    public async Task One_trace_a_turn_with_its_parts_and_nothing_but_names_of_our_own()
    {
        await using var bench = await Bench.StartAsync();
        bench.Http.DefaultRequestHeaders.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        var person = await Visitor.StartedAsync(bench.Http);
        await person.SayAsync("he is not breathing");

        var turns = _measured.Spans.Where(s => s.OperationName == "turn").ToList();
        turns.Count.ShouldBe(2);
        turns.Select(t => t.TraceId).Distinct().Count().ShouldBe(2);
        turns.ShouldAllBe(t => t.ParentSpanId == default && t.TraceId.ToHexString() != "4bf92f3577b34da6a3ce929d0e0e4736");
        // The second runs on what the first kept.
        turns.Select(turn => string.Join(' ', _measured.Spans.Where(s => s.ParentSpanId == turn.SpanId).Select(s => s.OperationName)))
            .ShouldBe(["load run commit", "run commit"]);

        turns[1].TagObjects.ShouldBe(new Dictionary<string, object?>
        {
            ["overdosebot.channel"] = "web",
            ["overdosebot.kind"] = "emergency",
            ["overdosebot.step.from"] = "respond/start",
            ["overdosebot.step.to"] = "respond/compressions",
        }, ignoreOrder: true);
    }
}
