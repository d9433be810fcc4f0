using Microsoft.Bot.Builder;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class MiddlewareTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _log = [];

    [Fact]
    public async Task Layers_wrap_the_bot_like_an_onion_in_the_order_they_were_added()
    {
        _adapter.Use(new Layer("outer", _log)).Use(new Layer("inner", _log));

        await _adapter.RunAsync(Given.Turn(_adapter), Bot);

        _log.ShouldBe(["outer before", "inner before", "bot", "inner after", "outer after"]);
    }

    [Fact]
    public async Task A_layer_that_does_not_go_on_keeps_the_turn_from_the_bot()
    {
        _adapter.Use(new Layer("closed", _log, goesOn: false)).Use(new Layer("inner", _log));

        await _adapter.RunAsync(Given.Turn(_adapter), Bot);

        _log.ShouldBe(["closed before", "closed after"]);
    }

    [Fact]
    public async Task Without_a_bot_the_layers_run_alone()
    {
        _adapter.Use(new Layer("only", _log));

        await _adapter.RunAsync(Given.Turn(_adapter), null);

        _log.ShouldBe(["only before", "only after"]);
    }

    [Fact]
    public async Task The_token_a_layer_passes_on_is_the_one_the_bot_gets()
    {
        using var source = new CancellationTokenSource();
        var token = CancellationToken.None;
        _adapter.Use(new Retoken(source.Token));

        await _adapter.RunAsync(Given.Turn(_adapter), (_, given) =>
        {
            token = given;
            return Task.CompletedTask;
        });

        token.ShouldBe(source.Token);
    }

    [Fact]
    public void A_set_lists_its_layers_and_refuses_null()
    {
        var layer = new Layer("a", _log);
        _adapter.Use(layer);

        _adapter.MiddlewareSet.ShouldBe([layer]);
        Should.Throw<ArgumentNullException>(() => _adapter.Use(null));
    }

    [Fact]
    public async Task A_set_inside_a_set_is_over_before_the_next_layer_begins()
    {
        var inside = new MiddlewareSet().Use(new Layer("inside", _log));
        _adapter.Use(inside).Use(new Layer("next", _log));

        await _adapter.RunAsync(Given.Turn(_adapter), Bot);

        _log.ShouldBe(["inside before", "inside after", "next before", "bot", "next after"]);
    }

    private Task Bot(ITurnContext turn, CancellationToken cancellationToken)
    {
        _log.Add("bot");
        return Task.CompletedTask;
    }

    private sealed class Layer(string name, List<string> log, bool goesOn = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            log.Add($"{name} before");
            if (goesOn)
            {
                await next(cancellationToken);
            }

            log.Add($"{name} after");
        }
    }

    private sealed class Retoken(CancellationToken token) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => next(token);
    }
}
