using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot;

/// <content>The events that it knows by name, and what the clock's does.</content>
public sealed partial class OverdoseResponseBot
{
    /// <summary>Name of the event activity that a clock's turn starts with.</summary>
    public const string ClockEvent = "clock";

    /// <summary>Name of the event activity by which a client sets <c>{region, language}</c>; the step is said again in them.</summary>
    public const string SetEvent = "set";

    /// <summary>Name of the event activity by which a page says that the call button was tapped. Nothing is sent; the silence clock waits.</summary>
    public const string CallTappedEvent = "call-tapped";

    /// <summary>Name of the event activity that opens a conversation anew whose text was deleted.</summary>
    public const string LostEvent = "lost";

    /// <summary>
    /// Name of the event activity by which a channel says that a message did not arrive: <c>{message, step, again, cut-off}</c>. <c>again</c> asks for
    /// the step once more, <see cref="AgainPlain"/> without the name of a drug; <c>cut-off</c>: the person's phone company blocks us.
    /// </summary>
    public const string UndeliveredEvent = "undelivered";

    /// <summary>Name of the event activity by which a channel says that a message arrived: <c>{message}</c>.</summary>
    public const string DeliveredEvent = "delivered";

    /// <summary>The <c>again</c> of <see cref="UndeliveredEvent"/> in words without the name of a drug.</summary>
    public const string AgainPlain = "plain";

    /// <summary>The <c>again</c> of <see cref="UndeliveredEvent"/> in the same words.</summary>
    public const string AgainSame = "same";

    /// <summary>Name of the event activity by which another opinion on a message comes back (<see cref="Opinion"/>).</summary>
    public const string OpinionEvent = "opinion";

    /// <summary>Whether an activity is an event that only the program itself may send: a clock, an opinion, a report, the far side of a hand-off.</summary>
    public static bool IsOwnEvent(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity is { Type: ActivityTypes.Event, Name: ClockEvent or OpinionEvent or LostEvent or UndeliveredEvent or DeliveredEvent or Reminders.SetEvent or Reminders.EndEvent } || HandOffEvents.Are(activity);
    }

    private static async Task RingAsync(DialogContext dc, Turn turn, CancellationToken cancel)
    {
        var due = turn.Record.Alarms.FirstOrDefault(a => a.Due <= turn.Now)?.Kind;
        if (due == AlarmKind.Reminder)
        {
            Reminders.Ring(turn);
        }

        if (dc.Stack.Count == 0)
        {
            return;
        }

        var step = FrameStack.Step(dc.ActiveDialog, turn.Library);
        switch (due)
        {
            case AlarmKind.Handoff:
                HandOffs.GiveUp(turn, step);
                break;
            case AlarmKind.Forget when Plans.Ring(turn, step) is { } again:
                FrameStack.Begin(dc.ActiveDialog, again);
                break;
            case not AlarmKind.Forget when Ringing.Prepare(turn, step):
                await dc.ContinueDialogAsync(cancel);
                break;
            default:
                break;
        }
    }
}
