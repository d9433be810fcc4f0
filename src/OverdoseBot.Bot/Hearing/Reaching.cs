using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// What becomes of messages that a channel could not bring to the person (wire-protocols.md 5.5). The step is sent once more where that may help, and
/// only while it is still the step; else the next answer says that something did not arrive.
/// </summary>
internal static class Reaching
{
    // What is said in front of the next answer (words).
    private const string UnreachedWords = "sms.unreached";

    /// <summary>Takes the report that a message did not arrive: <c>{message, step, again, cut-off}</c>.</summary>
    public static void Missed(Turn turn, Step? step, object? report)
    {
        if (Value(report, "message") is not { } message)
        {
            return;
        }

        var again = Value(report, "again");
        if (again is not null && step is not null && Value(report, "step") == step.Place.ToString() && !turn.Record.Ended)
        {
            new Speaker(turn, plain: again == OverdoseResponseBot.AgainPlain).SayAsItStands(step);
            turn.Said[^1] = turn.Said[^1] with { Again = true };
            return;
        }

        var cutOff = (report as JObject)?["cut-off"] is JValue { Value: true };
        turn.Record = turn.Record with { Unreached = message, CutOff = turn.Record.CutOff || cutOff, Ended = turn.Record.Ended || cutOff };
        if (cutOff)
        {
            // Who was asked for or is here would write to somebody whom nothing reaches.
            HandOffs.Close(turn);
            turn.Notices.Clear();
        }
    }

    /// <summary>Takes the report that a message arrived: nothing before it needs to be spoken of.</summary>
    public static CaseRecord Arrived(CaseRecord record, object? report) =>
        record.Unreached is { } missed && string.CompareOrdinal(Value(report, "message"), missed) > 0 ? record with { Unreached = null } : record;

    /// <summary>Tells the person, who is there now, that something did not arrive.</summary>
    public static void Tell(Turn turn)
    {
        if (turn.Record.Unreached is null)
        {
            return;
        }

        turn.Record = turn.Record with { Unreached = null };
        if (turn.Library.Words.TryGetValue(UnreachedWords, out var words))
        {
            turn.Asides.Add(new Aside(UnreachedWords, new Wording([words], [], null), [], null, null, TimeSpan.Zero, false, [], new Spot(UnreachedWords, 1, 1)));
        }
    }

    private static string? Value(object? report, string name) => ((report as JObject)?[name] as JValue)?.Value as string;
}
