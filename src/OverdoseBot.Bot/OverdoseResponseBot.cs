using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>
/// The bot: greets with the emergency number, hears a message or a clock, lets the scripted waterfalls move, sets the clocks anew
/// and sends what was said. It reads and changes the <see cref="Turn"/> in the turn state and touches nothing else.
/// </summary>
public sealed partial class OverdoseResponseBot : IBot
{
    /// <summary>What is said in front of its first message (<c>words</c>).</summary>
    private const string LostWords = "conversation.lost";

    private const string Respond = "respond";
    private readonly DialogSet _dialogs = new();
    private readonly Library _library;
    private readonly Readers _reader;
    private readonly Practice _practice;

    /// <summary>A bot that serves these scripts.</summary>
    public OverdoseResponseBot(Library library, Readers reader)
    {
        (_library, _reader) = (library, reader);
        _practice = new Practice(library, reader, this);
        foreach (var script in library.Scripts.Values)
        {
            _dialogs.Add(new ScriptedWaterfall(script));
        }
    }

    /// <inheritdoc />
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.TurnState.Get<Turn>();
        OpenNewCase(turn, turnContext.Activity);
        if (await _practice.TakeAsync(turn, turnContext.Activity, cancellationToken))
        {
            await SendAsync(turn, turnContext, cancellationToken);
            return;
        }

        var dc = new DialogContext(_dialogs, turnContext, FrameStack.Load(turn.Record.Stack, _library));
        switch (turnContext.Activity.Type)
        {
            case ActivityTypes.Message:
                await HearAsync(dc, turn, turnContext.Activity, cancellationToken);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name == ClockEvent:
                await RingAsync(dc, turn, cancellationToken);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name == SetEvent && Whereabouts.Set(turn, turnContext.Activity.Value) && dc.Stack.Count > 0:
                (turn.Forced, turn.InOtherWords) = (Move.StayAt(_library.Scripts[Respond].Spot), true);
                await dc.ContinueDialogAsync(cancellationToken);
                break;
            case ActivityTypes.Event when turn.Forced is not null:
                await dc.ContinueDialogAsync(cancellationToken);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name == CallTappedEvent:
                turn.Record = ClockPlan.Hold(turn.Record, _library, turn.Now);
                return;
            case ActivityTypes.Event when turnContext.Activity.Name == OpinionEvent:
                // No clock is set anew and nothing is finished: whatever it says, the turn changes nothing.
                Opinion.Take(turn, Top(turn, dc), turnContext.Activity.Value);
                await SendAsync(turn, turnContext, cancellationToken);
                return;
            case ActivityTypes.Event when turnContext.Activity.Name == LostEvent && dc.Stack.Count == 0:
                turn.Lead = turn.Library.Words.GetValueOrDefault(LostWords);
                await dc.BeginDialogAsync(Respond, null, cancellationToken);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name == UndeliveredEvent:
                Reaching.Missed(turn, dc.Stack.Count == 0 ? null : FrameStack.Step(dc.ActiveDialog, turn.Library), turnContext.Activity.Value);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name == DeliveredEvent:
                turn.Record = Reaching.Arrived(turn.Record, turnContext.Activity.Value);
                return;
            case ActivityTypes.Event when HandOffEvents.Are(turnContext.Activity) && dc.Stack.Count > 0:
                HandOffs.Take(turn, FrameStack.Step(dc.ActiveDialog, turn.Library), turnContext.Activity);
                break;
            case ActivityTypes.Event when turnContext.Activity.Name is Reminders.SetEvent or Reminders.EndEvent:
                Reminders.Take(turn, turnContext.Activity);
                break;
            case ActivityTypes.ConversationUpdate when dc.Stack.Count == 0:
                turn.Record = Whereabouts.Begin(turn.Record, _library, turnContext.Activity);
                await dc.BeginDialogAsync(Respond, null, cancellationToken);
                break;
            default:
                // Typing, read receipts, unknown types: nothing to answer.
                break;
        }

        Plans.Finish(turn, Top(turn, dc));
        Forgetting.Finish(turn, Top(turn, dc));
        Finish(turn, dc);
        await _practice.BeginAsync(turn, cancellationToken);
        // Their own plan is shown to nobody else, nor is what they want forgotten.
        turn.OpinionIn = turn.Typed && turn.Forgets == Forgets.Nothing && turn.Reading?.Answer != Facts.Written ? Opinion.LanguageToAskIn(turn, Top(turn, dc), turnContext.Activity.Text) : null;
        await SendAsync(turn, turnContext, cancellationToken);
    }

    private static async Task SendAsync(Turn turn, ITurnContext context, CancellationToken cancel)
    {
        if (turn.Said.Count > 0)
        {
            await context.SendActivitiesAsync(Guide.Activities(turn), cancel);
        }
    }

    private async Task HearAsync(DialogContext dc, Turn turn, Activity message, CancellationToken cancel)
    {
        if (Carrier.BringsBack(message, turn.Record))
        {
            await SayAgainAsync(dc, turn, cancel);
            return;
        }

        if (dc.Stack.Count == 0)
        {
            // A first text that comes before any greeting, as SMS does, is heard at the start.
            dc.Stack.AddRange(FrameStack.Load([new Frame(Respond, _library.Scripts[Respond].Start.Step, null)], _library).DialogStack);
        }

        var step = FrameStack.Step(dc.ActiveDialog, _library);
        var before = turn.Record;
        turn.Record = before.With(["heard"], turn.Now) with
        {
            LastHeard = turn.Now,
            SilenceHeldUntil = null,
            PromptsSent = 0,
            Ended = false,
            LeftByClock = null,
            Offset = message.LocalTimestamp?.Offset ?? before.Offset,
        };
        Hearing.Take(turn, step, _reader, message);
        if (HandOffs.IsTalk(turn, step, message))
        {
            HandOffs.Relay(turn, message);
            turn.KeepsClocks = true;
            turn.Record = turn.Record with { SilenceHeldUntil = before.SilenceHeldUntil, PromptsSent = before.PromptsSent };
            return;
        }

        turn.InOtherWords = Whereabouts.AllThatIsSaid(turn, before);
        Reaching.Tell(turn);
        HandOffs.Hear(turn, message);
        turn.Record = turn.Record with { Stack = FrameStack.Save(dc.Stack, _library) };
        Ringing.RingOverdue(turn);
        if (before.LastHeard is not null && !before.Ended && turn.Overdue is null && Decision.OnlyOffers(turn, step))
        {
            turn.Beside = true;
            turn.Record = turn.Record with { SilenceHeldUntil = before.SilenceHeldUntil, PromptsSent = before.PromptsSent };
        }
        else if (!turn.Facts.Contains("correction"))
        {
            turn.Record = turn.Record with { Undo = new Undo(FrameStack.Save(dc.Stack, _library), before.Marks, before.Doses) { Rung = before.Rung } };
        }

        await dc.ContinueDialogAsync(cancel);
        if (Carrier.CutsOff(message))
        {
            // Where no phone company does it for us, they are told that no more comes, and how it goes on.
            new Speaker(turn).Say(FrameStack.Step(dc.ActiveDialog, turn.Library), turn.Library.Case.Ending, asks: false, byClock: true);
            turn.Record = turn.Record with { CutOff = true, Ended = true };
            HandOffs.Close(turn);
        }
    }

    private async Task SayAgainAsync(DialogContext dc, Turn turn, CancellationToken cancel)
    {
        turn.Record = Carrier.Back(turn.Record, turn.Now);
        if (dc.Stack.Count == 0)
        {
            await dc.BeginDialogAsync(Respond, null, cancel);
            return;
        }

        turn.Forced = Move.StayAt(_library.Scripts[Respond].Spot);
        await dc.ContinueDialogAsync(cancel);
    }

    private void OpenNewCase(Turn turn, Activity activity)
    {
        if (activity.Type == ActivityTypes.Message && !turn.Record.Hub)
        {
            // The operator took the hub away.
            HandOffs.Close(turn);
        }

        if (activity.Type == ActivityTypes.Message && turn.Record.LastHeard is { } heard && turn.Now - heard >= _library.Case.NewAfter)
        {
            HandOffs.Close(turn);
            turn.ErasesSince = turn.Record.Forget ? Forgetting.Everything : null;
            (turn.Record, turn.Opens) = (turn.Record.NewCase(), true);
        }
    }

    private void Finish(Turn turn, DialogContext dc)
    {
        if (turn.KeepsClocks)
        {
            turn.Record = ClockPlan.Keep(turn.Record, _library);
            return;
        }

        var record = turn.Record with { Stack = FrameStack.Save(dc.Stack, _library) };
        var moved = record.Top() is { } at && at != turn.Before.Top();
        var spoke = turn.Said.Count > 0;
        record = record with
        {
            Entered = moved ? turn.Now : record.Entered,
            LeftByClock = moved && turn.Reading is null ? turn.Before.Top()?.ToString() : record.LeftByClock,
            Silences = moved || (turn.Reading is not null && !turn.Beside) ? 0 : record.Silences,
            SilentSince = spoke && !turn.Beside ? turn.Now : record.SilentSince,
        };
        turn.Record = ClockPlan.Set(record, _library, turn.Now);
        HandOffs.Finish(turn);
    }

    private static Step? Top(Turn turn, DialogContext dc) => dc.ActiveDialog is { } active ? FrameStack.Step(active, turn.Library) : null;
}
