using Microsoft.Bot.Builder.Dialogs;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// A dialog of the script as a waterfall: each step says itself and waits. Nothing falls through: the script names every move,
/// and steps are remembered by name (<see cref="Frame"/>).
/// </summary>
internal sealed class ScriptedWaterfall : WaterfallDialog
{
    private readonly Script _script;

    public ScriptedWaterfall(Script script)
        : base(script.Dialog)
    {
        _script = script;
        foreach (var step in script.Steps)
        {
            AddStep((context, cancel) => ArriveAsync(context, Of(context).Library.Find(step.Place)!, cancel));
        }
    }

    /// <summary>Begins at the place given as <paramref name="options"/>, or at the start. The base would invent a GUID and run step 0.</summary>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var step = _script.ByName[(options as Place ?? _script.Start).Step];
        FrameStack.Begin(dc.ActiveDialog, step);
        return RunStepAsync(dc, step.Index, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Hears a message, or takes the move that an alarm's event asks for.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var turn = Of(dc);
        var step = FrameStack.Step(dc.ActiveDialog, turn.Library);
        var move = turn.Forced ?? Decision.For(turn, step);
        return FollowAsync(dc, step, move, cancellationToken);
    }

    /// <summary>The dialog above ended: goes on at the step that was named when it was begun.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result, CancellationToken cancellationToken = default)
    {
        var then = FrameStack.GetThen(dc.ActiveDialog);
        FrameStack.SetThen(dc.ActiveDialog, null);
        var step = then is null ? FrameStack.Step(dc.ActiveDialog, Of(dc).Library) : _script.ByName[then];
        return RunStepAsync(dc, step.Index, reason, result, cancellationToken);
    }

    private static Turn Of(DialogContext dc) => dc.Context.TurnState.Get<Turn>();

    private Task<DialogTurnResult> ArriveAsync(WaterfallStepContext context, Step step, CancellationToken cancel)
    {
        var turn = Of(context);
        turn.CountStep();
        if (context.Reason != DialogReason.ContinueCalled && Decision.Known(turn, step) is { } known)
        {
            // A step that is passed has happened: someone who stopped breathing is no longer "breathing", said or not.
            turn.Record = turn.Without(step, step.Clear).With(step.Mark, turn.Now);
            return FollowAsync(context, step, known, cancel);
        }

        Say(turn, step);
        return Task.FromResult(EndOfTurn);
    }

    private static void Say(Turn turn, Step step)
    {
        var speaker = new Speaker(turn);
        if (turn.Words is { } words)
        {
            speaker.Say(step, words, asks: words == step.Silence?.Again, byClock: turn.Reading is null);
        }
        else
        {
            speaker.Say(step);
        }
    }

    private Task<DialogTurnResult> JumpAsync(DialogContext dc, Place to, CancellationToken cancel) =>
        Jump.ToAsync(dc, to, (i, c) => RunStepAsync(dc, i, DialogReason.NextCalled, null, c), cancel);

    private Task<DialogTurnResult> FollowAsync(DialogContext dc, Step step, Move move, CancellationToken cancel)
    {
        var turn = Of(dc);
        switch (move.Kind)
        {
            case MoveKind.Stay or MoveKind.Rest when turn.Overdue is { } due:
                turn.Overdue = null;
                return JumpAsync(dc, due, cancel);
            case MoveKind.Stay:
                return RunStepAsync(dc, step.Index, DialogReason.ContinueCalled, null, cancel);
            case MoveKind.Rest:
                new Speaker(turn).Rest(step);
                return Task.FromResult(EndOfTurn);
            case MoveKind.Step:
                return JumpAsync(dc, move.To!, cancel);
            case MoveKind.Do:
                FrameStack.SetThen(dc.ActiveDialog, move.Then!.Step);
                return dc.BeginDialogAsync(move.To!.Dialog, move.To, cancel);
            case MoveKind.End:
                return dc.EndDialogAsync(null, cancel);
            case MoveKind.Back:
                return Jump.BackAsync(dc, () => RunStepAsync(dc, step.Index, DialogReason.ContinueCalled, null, cancel), cancel);
            default:
                throw new ArgumentOutOfRangeException(nameof(move), move.Kind, null);
        }
    }
}
