using Microsoft.Bot.Builder.Dialogs;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Moves across the stack that the SDK has no word for.</summary>
internal static class Jump
{
    /// <summary>
    /// To a step: of the active dialog; or of a dialog below, to which the stack unwinds; or of another, for which the whole stack is
    /// cancelled first (otherwise the target's end would come back to it).
    /// </summary>
    public static async Task<DialogTurnResult> ToAsync(
        DialogContext dc, Place to, Func<int, CancellationToken, Task<DialogTurnResult>> run, CancellationToken cancel)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        var step = turn.Library.Find(to) ?? turn.Library.Find(turn.Library.Fallback)!;
        BeginCase(turn, dc, step);
        if (dc.ActiveDialog?.Id == step.Place.Dialog)
        {
            FrameStack.SetThen(dc.ActiveDialog, null);
            return await run(step.Index, cancel);
        }

        var below = dc.Stack.FindIndex(i => i.Id == step.Place.Dialog);
        if (below > 0)
        {
            // What lies above holds nothing that must be ended: a scripted waterfall has no state but its frame.
            dc.Stack.RemoveRange(0, below);
            FrameStack.Begin(dc.ActiveDialog!, step);
            FrameStack.SetThen(dc.ActiveDialog!, step.Place.Step);
            return await dc.Dialogs.Find(dc.ActiveDialog!.Id).ResumeDialogAsync(dc, DialogReason.NextCalled, null, cancel);
        }

        LeaveCase(turn, dc);
        await dc.CancelAllDialogsAsync(cancel);
        return await dc.BeginDialogAsync(step.Place.Dialog, step.Place, cancel);
    }

    // What was told while getting ready is of nobody who lies there now: a call, a kit, a baby (clinical.md 2.4 rules 1 and 6). What this very message tells is.
    // Who only starts over has told it still.
    private static void BeginCase(Turn turn, DialogContext dc, Step to)
    {
        if (dc.ActiveDialog is { } active && FrameStack.Step(active, turn.Library).Kind == StepKind.Prepare && turn.Library.CallKinds.Contains(to.Kind)
            && to.Place != turn.Library.Scripts[to.Place.Dialog].Start)
        {
            turn.Record = turn.Record.Without(turn.Library.Keep.Keys.Except(Fresh(turn.Before, turn.Record).Select(m => m.Key)));
        }
    }

    /// <summary>Takes the last answer back and asks it again; with nothing to take back, the step is said again.</summary>
    public static async Task<DialogTurnResult> BackAsync(DialogContext dc, Func<Task<DialogTurnResult>> stay, CancellationToken cancel)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        if (turn.Record.Undo is not { } undo || undo.Stack.IsEmpty)
        {
            return await stay();
        }

        // What this very message tells beside the correction is true.
        var (before, now) = (turn.Before, turn.Record);
        turn.Record = now with
        {
            Marks = undo.Marks.SetItems(Fresh(before, now)).RemoveRange(before.Marks.Keys.Where(m => !now.Marks.ContainsKey(m))),
            Doses = [.. undo.Doses.Concat(FreshDoses(before, now)).Order()],
            Rung = undo.Rung ?? now.Rung,
            Undo = null,
        };
        dc.Stack.Clear();
        dc.Stack.AddRange(FrameStack.Load(undo.Stack, turn.Library).DialogStack);
        turn.Forced = Move.StayAt(turn.Library.Scripts[dc.ActiveDialog!.Id].Spot);
        return await dc.ContinueDialogAsync(cancel);
    }

    private static IEnumerable<KeyValuePair<string, Mark>> Fresh(CaseRecord before, CaseRecord now) =>
        now.Marks.Where(m => m.Value.Last != before.Marks.GetValueOrDefault(m.Key)?.Last);

    private static IEnumerable<DateTimeOffset> FreshDoses(CaseRecord before, CaseRecord now) => now.Doses.Where(d => !before.Doses.Contains(d));

    private static void LeaveCase(Turn turn, DialogContext dc)
    {
        if (dc.ActiveDialog is { } active && turn.Library.Scripts[active.Id].EndsCase)
        {
            // What this very message said belongs to the new case.
            var (before, now) = (turn.Before, turn.Record);
            turn.Opens = true;
            turn.Record = now.NewCase() with
            {
                Marks = now.Marks.Clear().AddRange(Fresh(before, now).Select(m => KeyValuePair.Create(m.Key, new Mark(turn.Now, turn.Now)))),
                Doses = [.. FreshDoses(before, now)],
                LastHeard = now.LastHeard,
                // Whoever is with them stays with them.
                Handoff = now.Handoff,
            };
        }
    }
}
