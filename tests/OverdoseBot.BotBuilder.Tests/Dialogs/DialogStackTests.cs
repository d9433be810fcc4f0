using Microsoft.Bot.Builder.Dialogs;

namespace OverdoseBot.BotBuilder.Tests.Dialogs;

[Trait("source", "bot-framework-api.md 6")]
public class DialogStackTests
{
    private readonly List<string> _log = [];
    private readonly DialogState _state = new();
    private readonly DialogContext _dc;

    public DialogStackTests()
    {
        var dialogs = new DialogSet();
        dialogs.Add(new LoggingDialog("a", _log)).Add(new LoggingDialog("b", _log)).Add(new PlainDialog("plain"));
        _dc = new DialogContext(dialogs, Given.Turn(), _state);
    }

    [Fact]
    public async Task Beginning_puts_a_dialog_on_top_with_an_empty_dictionary_for_state()
    {
        await _dc.BeginDialogAsync("a", "options");
        var result = await _dc.BeginDialogAsync("b");

        result.ShouldBeSameAs(Dialog.EndOfTurn);
        result.Status.ShouldBe(DialogTurnStatus.Waiting);
        _log.ShouldBe(["a begin options", "b begin"]);
        _dc.Stack.ShouldBeSameAs(_state.DialogStack);
        _dc.Stack.Select(instance => instance.Id).ShouldBe(["b", "a"]);
        _dc.ActiveDialog.Id.ShouldBe("b");
        _dc.ActiveDialog.State.ShouldBeOfType<Dictionary<string, object>>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Continuing_reaches_the_active_dialog_only()
    {
        await BeginAsync("a", "b");
        await _dc.ContinueDialogAsync();

        _log.ShouldBe(["b continue"]);
    }

    [Fact]
    public async Task With_an_empty_stack_there_is_nothing_to_continue_cancel_or_ask_again()
    {
        (await _dc.ContinueDialogAsync()).Status.ShouldBe(DialogTurnStatus.Empty);
        (await _dc.CancelAllDialogsAsync()).Status.ShouldBe(DialogTurnStatus.Empty);
        await _dc.RepromptDialogAsync();

        _dc.ActiveDialog.ShouldBeNull();
        _log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ending_tells_the_dialog_then_resumes_the_one_below_with_the_result()
    {
        await BeginAsync("a", "b");
        var result = await _dc.EndDialogAsync("result");

        _log.ShouldBe(["b end EndCalled", "a resume EndCalled result"]);
        result.ShouldBeSameAs(Dialog.EndOfTurn);
        _dc.Stack.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_the_last_dialog_completes_with_the_result()
    {
        await BeginAsync("a");
        var result = await _dc.EndDialogAsync("result");

        (result.Status, result.Result).ShouldBe((DialogTurnStatus.Complete, "result"));
        _dc.Stack.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_takes_off_every_dialog_from_the_top_and_resumes_none()
    {
        await BeginAsync("a", "b");
        var result = await _dc.CancelAllDialogsAsync();

        result.Status.ShouldBe(DialogTurnStatus.Cancelled);
        _log.ShouldBe(["b end CancelCalled", "a end CancelCalled"]);
        _dc.Stack.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replacing_ends_the_active_dialog_without_resuming_the_one_below()
    {
        await BeginAsync("a", "b");
        await _dc.ReplaceDialogAsync("b", "again");

        _log.ShouldBe(["b end ReplaceCalled", "b begin again"]);
        _dc.Stack.Select(instance => instance.Id).ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task Asking_again_reaches_the_active_dialog()
    {
        await BeginAsync("a", "b");
        await _dc.RepromptDialogAsync();

        _log.ShouldBe(["b reprompt"]);
    }

    [Fact]
    public async Task An_unknown_dialog_cannot_be_begun()
    {
        await Should.ThrowAsync<ArgumentException>(() => _dc.BeginDialogAsync("nowhere"));
        await Should.ThrowAsync<ArgumentNullException>(() => _dc.BeginDialogAsync(string.Empty));
        _dc.Stack.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_dialog_on_the_stack_cannot_be_continued_resumed_or_asked_again()
    {
        _dc.Stack.Add(new DialogInstance { Id = "nowhere" });
        await Should.ThrowAsync<InvalidOperationException>(() => _dc.ContinueDialogAsync());
        await Should.ThrowAsync<InvalidOperationException>(() => _dc.RepromptDialogAsync());

        _dc.Stack.Insert(0, new DialogInstance { Id = "a" });
        await Should.ThrowAsync<InvalidOperationException>(() => _dc.EndDialogAsync());
        _dc.Stack.Select(instance => instance.Id).ShouldBe(["nowhere"]);
    }

    [Fact]
    public async Task An_unknown_dialog_on_the_stack_is_cancelled_without_a_word()
    {
        _dc.Stack.Add(new DialogInstance { Id = "nowhere" });

        (await _dc.CancelAllDialogsAsync()).Status.ShouldBe(DialogTurnStatus.Cancelled);
        _dc.Stack.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_carries_where_the_dialogs_stood()
    {
        await BeginAsync("a");
        var error = await Should.ThrowAsync<ArgumentException>(() => _dc.BeginDialogAsync("nowhere"));

        var data = error.Data["DialogContext"].ShouldBeOfType<Dictionary<string, object>>();
        data["ActiveDialog"].ShouldBe("a");
        data["Parent"].ShouldBeNull();
        data["Stack"].ShouldBeOfType<List<string>>().ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_cancellation_token_is_no_result_and_no_options()
    {
        await BeginAsync("a");

        await Should.ThrowAsync<ArgumentException>(() => _dc.EndDialogAsync(CancellationToken.None));
        await Should.ThrowAsync<ArgumentException>(() => _dc.ReplaceDialogAsync("b", CancellationToken.None));
        _dc.Stack.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dialog_with_nothing_of_its_own_ends_when_continued_or_resumed()
    {
        await BeginAsync("a", "plain");
        await _dc.ContinueDialogAsync();
        _log.ShouldBe(["a resume EndCalled"]);

        await BeginAsync("plain", "b");
        await _dc.EndDialogAsync("passed on");
        _log.ShouldBe(["b end EndCalled", "a resume EndCalled passed on"]);
    }

    [Fact]
    public async Task A_context_inside_another_finds_the_dialogs_of_both()
    {
        var inner = new DialogContext(new DialogSet().Add(new PlainDialog("inner")), _dc, new DialogState());

        inner.Parent.ShouldBeSameAs(_dc);
        inner.Context.ShouldBeSameAs(_dc.Context);
        inner.FindDialog("inner").ShouldNotBeNull();
        inner.FindDialog("a").ShouldNotBeNull();
        inner.FindDialog("nowhere").ShouldBeNull();
        (await inner.CancelAllDialogsAsync()).Status.ShouldBe(DialogTurnStatus.Cancelled);
    }

    private async Task BeginAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await _dc.BeginDialogAsync(id);
        }

        _log.Clear();
    }
}
