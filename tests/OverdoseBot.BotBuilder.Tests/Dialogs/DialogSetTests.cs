using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace OverdoseBot.BotBuilder.Tests.Dialogs;

[Trait("source", "bot-framework-api.md 6")]
public class DialogSetTests
{
    private readonly DialogSet _dialogs = new();

    [Fact]
    public void Duplicate_ids_get_the_suffixes_2_3_and_so_on()
    {
        var third = new PlainDialog("a");
        _dialogs.Add(new PlainDialog("a")).Add(new PlainDialog("a")).Add(third);

        third.Id.ShouldBe("a3");
        _dialogs.GetDialogs().Select(dialog => dialog.Id).ShouldBe(["a", "a2", "a3"]);
        _dialogs.Find("a3").ShouldBeSameAs(third);
    }

    [Fact]
    public void The_same_dialog_may_be_added_twice()
    {
        var dialog = new PlainDialog("a");
        _dialogs.Add(dialog).Add(dialog);

        _dialogs.GetDialogs().Single().Id.ShouldBe("a");
    }

    [Fact]
    public void Finding_is_case_sensitive_and_refuses_an_empty_id()
    {
        _dialogs.Add(new PlainDialog("a"));

        _dialogs.Find("A").ShouldBeNull();
        Should.Throw<ArgumentNullException>(() => _dialogs.Find(" "));
        Should.Throw<ArgumentNullException>(() => _dialogs.Add(null));
    }

    [Fact]
    public void A_dialog_without_an_id_is_named_after_its_class_and_versioned_by_its_id()
    {
        new PlainDialog().Id.ShouldBe("PlainDialog");
        new PlainDialog("a").GetVersion().ShouldBe("a");
    }

    [Fact]
    public async Task A_context_is_made_on_the_stack_that_the_accessor_keeps()
    {
        var accessor = new Accessor();
        var dialogs = new DialogSet(accessor);
        dialogs.Add(new PlainDialog("a"));

        var first = await dialogs.CreateContextAsync(Given.Turn());
        await first.BeginDialogAsync("a");
        var second = await dialogs.CreateContextAsync(Given.Turn());

        second.ActiveDialog.Id.ShouldBe("a");
        second.Stack.ShouldBeSameAs(accessor.Kept.DialogStack);
    }

    [Fact]
    public async Task Without_an_accessor_no_context_can_be_made()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _dialogs.CreateContextAsync(Given.Turn()));
        await Should.ThrowAsync<ArgumentNullException>(() => _dialogs.CreateContextAsync(null));
        Should.Throw<ArgumentNullException>(() => new DialogSet(null)).ParamName.ShouldBe("dialogState");
    }

    [Fact]
    [Trait("source", "bot-framework-api.md 5")]
    public void The_state_on_record_is_a_stack_with_the_top_first()
    {
        var state = new DialogState([new DialogInstance { Id = "top", State = new Dictionary<string, object> { ["k"] = 1 } }]);

        Wire.Write(state).ShouldBe("""{"dialogStack":[{"id":"top","state":{"k":1}}]}""");
        Wire.Read<DialogState>("""{"dialogStack":[{"id":"top","state":{"k":1},"StackIndex":1,"Version":"v"}]}""")
            .DialogStack.Single().State["k"].ShouldBe(1L);
    }

    private sealed class Accessor : IStatePropertyAccessor<DialogState>
    {
        public string Name => "DialogState";

        internal DialogState Kept { get; private set; }

        public Task<DialogState> GetAsync(
            ITurnContext turnContext, Func<DialogState> defaultValueFactory = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(Kept ??= defaultValueFactory());

        public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SetAsync(ITurnContext turnContext, DialogState value, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;
    }
}
