using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>What a clock's event does: the move it forces, or the words it says.</summary>
internal static class Ringing
{
    /// <summary>
    /// Prepares the turn for the earliest clock that is due. False: none is, or the scripts that set it are gone and those of today have no such clock;
    /// nothing is to be said, and the clocks are set anew.
    /// </summary>
    public static bool Prepare(Turn turn, Step step)
    {
        var record = turn.Record;
        if (record.Alarms.FirstOrDefault(a => a.Due <= turn.Now) is not { } due)
        {
            return false;
        }

        switch (due.Kind)
        {
            case AlarmKind.Clock when ClockPlan.Find(record, turn.Library, due.Name) is { } alarm:
                Note(turn, alarm);
                turn.Forced = new Move(MoveKind.Step, alarm.Step, null, null, step.Spot);
                break;
            case AlarmKind.Silence when step.Silence is { } silence && record.Silences == 0:
                turn.Record = record with { Silences = 1 };
                turn.Lead = silence.Lead;
                turn.Words = silence.Again;
                turn.Forced = Move.StayAt(step.Spot);
                break;
            case AlarmKind.Silence when step.Silence is { } silence:
                turn.Lead = silence.Lead;
                turn.Forced = silence.Then;
                break;
            case AlarmKind.Prompt when step.Prompts is { } prompts:
                turn.Record = record with { PromptsSent = record.PromptsSent + 1, Entered = turn.Now, LastLook = turn.Now };
                turn.Words = prompts.Wording;
                turn.Forced = Move.StayAt(step.Spot);
                break;
            case AlarmKind.End:
                turn.Record = record with { Ended = true };
                HandOffs.Close(turn);
                turn.Words = turn.Library.Case.Ending;
                turn.Forced = Move.StayAt(step.Spot);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Rings within a message's turn what its words made due: "gave it 5 minutes ago".</summary>
    public static void RingOverdue(Turn turn)
    {
        foreach (var alarm in ClockPlan.Overdue(turn.Record, turn.Library, turn.Now))
        {
            Note(turn, alarm);
            turn.Record = turn.Record.With(turn.Library.Find(alarm.Step)?.Mark ?? [], turn.Now);
            turn.Overdue = alarm.Step;
        }
    }

    private static void Note(Turn turn, Alarm alarm) => turn.Record = turn.Record with
    {
        Rung = turn.Record.Rung.SetItem(alarm.Name, ClockPlan.Since(alarm, turn.Record)!.Value),
        LastLook = turn.Now,
        Entered = turn.Now,
    };
}
