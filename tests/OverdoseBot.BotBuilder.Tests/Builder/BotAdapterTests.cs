using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests.Builder;

[Trait("source", "bot-framework-api.md 4")]
public class BotAdapterTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task An_exception_of_the_bot_goes_to_OnTurnError_and_no_further()
    {
        var thrown = new InvalidDataException();
        Exception seen = null;
        var turn = Given.Turn(_adapter);
        _adapter.OnTurnError = (context, exception) =>
        {
            context.ShouldBeSameAs(turn);
            seen = exception;
            return Task.CompletedTask;
        };

        await _adapter.RunAsync(turn, (_, _) => throw thrown);

        seen.ShouldBeSameAs(thrown);
    }

    [Fact]
    public async Task Without_OnTurnError_the_exception_goes_to_the_caller()
    {
        await Should.ThrowAsync<InvalidDataException>(
            () => _adapter.RunAsync(Given.Turn(_adapter), (_, _) => throw new InvalidDataException()));
    }

    [Fact]
    public async Task An_exception_of_OnTurnError_goes_to_the_caller()
    {
        _adapter.OnTurnError = (_, _) => throw new NotSupportedException();

        await Should.ThrowAsync<NotSupportedException>(
            () => _adapter.RunAsync(Given.Turn(_adapter), (_, _) => throw new InvalidDataException()));
    }

    [Fact]
    public async Task An_exception_passes_the_layers_before_it_reaches_OnTurnError()
    {
        var log = new List<string>();
        _adapter.Use(new Rethrowing(log));
        _adapter.OnTurnError = (_, _) =>
        {
            log.Add("OnTurnError");
            return Task.CompletedTask;
        };

        await _adapter.RunAsync(Given.Turn(_adapter), (_, _) => throw new InvalidDataException());

        log.ShouldBe(["layer", "OnTurnError"]);
    }

    [Fact]
    public async Task What_OnTurnError_sends_goes_the_same_way_as_any_answer()
    {
        var incoming = Given.Message();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = Given.Turn(_adapter, incoming);
        _adapter.OnTurnError = (context, _) => context.SendActivityAsync("sorry");

        await _adapter.RunAsync(turn, (_, _) => throw new InvalidDataException());

        turn.BufferedReplyActivities.Single().Text.ShouldBe("sorry");
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 3")]
    public async Task The_locale_sets_the_culture_of_the_turn()
    {
        var original = CultureInfo.CurrentCulture;
        try
        {
            // The invariant culture is the one that every build knows: start from another that is told apart by its list separator.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.TextInfo.ListSeparator = "|";
            CultureInfo.CurrentCulture = other;

            (await ListSeparatorInATurnOf(locale: null)).ShouldBe("|");
            (await ListSeparatorInATurnOf(locale: string.Empty)).ShouldBe(",");
        }
        finally
        {
            CultureInfo.CurrentCulture = original;
        }
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 3")]
    public async Task A_locale_that_is_none_changes_nothing_and_stops_nothing()
    {
        var before = CultureInfo.CurrentCulture.TextInfo.ListSeparator;

        (await ListSeparatorInATurnOf("no such locale !")).ShouldBe(before);
        (await ListSeparatorInATurnOf("no such locale !")).ShouldBe(before);
    }

    [Fact]
    public async Task Continuing_a_conversation_runs_a_turn_with_an_event_in_its_place()
    {
        Activity activity = null;
        var reference = Given.Message().GetConversationReference();

        await _adapter.ContinueConversationAsync("bot-id", reference, (turn, token) =>
        {
            activity = turn.Activity;
            return turn.SendActivityAsync("proactive", cancellationToken: token);
        }, CancellationToken.None);

        (activity.Type, activity.Name).ShouldBe(("event", "ContinueConversation"));
        _adapter.Sent.Single().ReplyToId.ShouldBe(activity.Id);
    }

    [Fact]
    public async Task Continuing_a_conversation_the_turn_is_gone_as_soon_as_the_callback_waits()
    {
        // Surely not meant, but official: an adapter whose callbacks wait has to override the method.
        var waiting = new TaskCompletionSource();
        var running = _adapter.ContinueConversationAsync("bot-id", new ConversationReference(), async (turn, token) =>
        {
            await waiting.Task;
            await turn.SendActivityAsync("too late", cancellationToken: token);
        }, CancellationToken.None);
        waiting.SetResult();

        await Should.ThrowAsync<ObjectDisposedException>(() => running);
    }

    private async Task<string> ListSeparatorInATurnOf(string locale)
    {
        var activity = Given.Message();
        activity.Locale = locale;
        string seen = null;
        await _adapter.RunAsync(Given.Turn(_adapter, activity), (_, _) =>
        {
            seen = CultureInfo.CurrentCulture.TextInfo.ListSeparator;
            return Task.CompletedTask;
        });
        return seen;
    }

    private sealed class Rethrowing(List<string> log) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            try
            {
                await next(cancellationToken);
            }
            finally
            {
                log.Add("layer");
            }
        }
    }
}
