using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// "Forget me". Where no case is open the turn leaves nothing of the conversation. In an open case the words go at once and what care needs (marks,
/// doses, clocks) stays till the case is over; then it goes unasked. The script says where it leads, and what is said.
/// </summary>
internal static class Forgetting
{
    /// <summary>Since when text is deleted: since ever.</summary>
    public static readonly DateTimeOffset Everything = DateTimeOffset.UnixEpoch;

    private const string Heard = "heard";
    private const string Respond = "respond";
    private static readonly string[] _tellNothing = [Facts.Forget, Decision.How, Decision.Wait, Decision.Unclear];

    /// <summary>
    /// Whether no case is open where one would begin: at the first question, with nothing known of anybody, and a message that tells nothing else.
    /// </summary>
    public static bool NoCase(Turn turn) =>
        turn.Record.Top() == turn.Library.Scripts[Respond].Start
        && turn.Record.Doses.IsEmpty
        && turn.Record.Marks.Keys.All(m => m == Heard)
        && turn.Reading is { } reading
        && reading.Heard.Append(reading.Answer).OfType<string>().All(w => _tellNothing.Contains(turn.Library.Fact(w)));

    /// <summary>The moves are made and the step is known: forgets what may go now.</summary>
    public static void Finish(Turn turn, Step? at)
    {
        if (at is null)
        {
            return;
        }

        var asked = turn.Hears(Facts.Forget);
        if (asked)
        {
            (turn.Forgets, turn.ErasesSince) = (Forgets.Words, Everything);
            // A sign of the words is of no use to anybody who wants them gone.
            turn.Record = turn.Record with { Forget = true, Echo = null };
        }

        if (at.Forgets || (turn.Record.Forget && IsOver(turn, at)) || (asked && at.Place == turn.Record.Top() && NoCase(turn)))
        {
            All(turn);
            // In a case that is over, a mark of care set now would tell a false time.
            turn.Record = turn.Library.CallKinds.Contains(at.Kind) ? turn.Record : turn.Record.With(at.Mark, turn.Now);
        }
        else if (asked)
        {
            HandOffs.Remind(turn);
        }
    }

    /// <summary>Leaves nothing but where they stand, in which language and country; a hub is told that it is over.</summary>
    public static void All(Turn turn)
    {
        HandOffs.Close(turn);
        (turn.Forgets, turn.ErasesSince) = (Forgets.All, Everything);
        var old = turn.Record;
        // A question put in this very turn stands on their screen, and counts.
        turn.Record = old.NewCase() with { Stack = old.Stack, Ended = old.Ended, Offset = null, CallAsked = old.CallAsked > turn.Before.CallAsked ? 1 : 0 };
    }

    // Who was cut off may have meant the breathing by "stop": the case is not over.
    private static bool IsOver(Turn turn, Step at) =>
        !turn.Library.CallKinds.Contains(at.Kind) || turn.Record is { Ended: true, CutOff: false };
}
