using Microsoft.Extensions.Time.Testing;

namespace OverdoseBot.Sms.Tests;

/// <summary>So many texts from one number get the emergency card, but a card costs: not one for each. An emergency is answered longest.</summary>
public sealed class LimitTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Three_hundred_texts_at_once_of_an_emergency_are_answered_and_then_the_card_once_in_ten_seconds()
    {
        await using var server = await SmsServer.StartAsync(_time);
        var me = new Texter(server.Http);
        for (var i = 0; i < 300; i++)
        {
            (await me.TextAsync("hes not waking up")).Texts.ShouldNotBeEmpty();
        }

        var turns = (await server.TurnsAsync(me)).Count;
        turns.ShouldBe(300);
        var card = await me.TextAsync("hes not waking up");
        (card.Code, card.Type).ShouldBe((200, "text/xml; charset=utf-8"));
        card.Texts.ShouldHaveSingleItem().ShouldContain("911");
        (await me.TextAsync("hes not waking up")).ShouldSatisfyAllConditions(a => a.Code.ShouldBe(200), a => a.Texts.ShouldBeEmpty());
        (await server.TurnsAsync(me)).Count.ShouldBe(turns);
        (await new Texter(server.Http, "+16175550102").TextAsync("hes not waking up")).Texts.ShouldNotBeEmpty();

        _time.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < 10; i++)
        {
            (await me.TextAsync("hes not waking up")).Texts.ShouldNotBeEmpty();
        }

        (await server.TurnsAsync(me)).Count.ShouldBe(turns + 10, "whoever slows down is heard");
        (await me.TextAsync("hes not waking up")).Texts.ShouldHaveSingleItem().ShouldContain("911");
    }

    [Fact]
    public async Task Who_prepares_is_asked_to_slow_down_first_and_bad_news_from_them_is_answered()
    {
        await using var server = await SmsServer.StartAsync(_time);
        var me = new Texter(server.Http);
        await me.TextAsync("i want to be ready");
        for (var i = 0; i < 59; i++)
        {
            await me.TextAsync("ok");
        }

        var turns = (await server.TurnsAsync(me)).Count;
        (await me.TextAsync("ok")).Texts.ShouldHaveSingleItem().ShouldContain("911");
        (await server.TurnsAsync(me)).Count.ShouldBe(turns);

        (await me.TextAsync("he is not breathing")).Texts.ShouldNotBeEmpty();
        (await server.TurnsAsync(me)).Count.ShouldBe(turns + 1);
    }

    [Fact]
    public async Task The_limit_can_be_switched_off()
    {
        await using var server = await SmsServer.StartAsync(_time, settings: ("RateLimit:Enabled", "false"));
        var me = new Texter(server.Http);
        for (var i = 0; i < 310; i++)
        {
            await me.TextAsync("hes not waking up");
        }

        (await server.TurnsAsync(me)).Count.ShouldBe(310);
    }
}
