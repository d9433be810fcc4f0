using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// A person beside the steps: asked for, here, gone. The steps go on through all of it; what is said here moves none of their clocks.
/// </summary>
internal static class HandOffs
{
    /// <summary>How long a hub may take to find somebody (wire-protocols.md 7.1 leaves it to the bot).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Human = "human";
    private const string Restart = "restart";
    private const string Asked = "asked";
    private const string Accepted = "accepted";
    private const string Failed = "failed";
    private const string Completed = "completed";

    /// <summary>Whether a message that was read is only talk with the person who is here: no fact, no answer, no tap, and no word that cuts them off.</summary>
    public static bool IsTalk(Turn turn, Step step, Activity message) =>
        turn.Record.Handoff is { Here: true } && message.Value is null && !Carrier.CutsOff(message) && Decision.SaysNothing(turn, step);

    /// <summary>Passes on what was written, closes and asks as the message says.</summary>
    public static void Hear(Turn turn, Activity message)
    {
        Relay(turn, message);
        if (turn.Facts.Contains(Restart))
        {
            Close(turn);
        }

        if (!turn.Record.Hub || !turn.Facts.Contains(Human))
        {
            return;
        }

        if (turn.Record.Handoff is { } handoff)
        {
            Tell(turn, handoff.Here ? HandOffAsides.With : HandOffAsides.Again, handoff.Here ? Accepted : Asked);
            return;
        }

        turn.Record = turn.Record with { Handoff = new Handoff(NewId(turn), turn.Now, Here: false) };
        Tell(turn, HandOffAsides.Asked, Asked);
    }

    /// <summary>Passes on what was written once a person is here, never what was written before.</summary>
    public static void Relay(Turn turn, Activity message) => turn.ToHub.AddRange(Relayed(turn.Record, message));

    /// <summary>What of an activity is passed on, even from a turn that fails.</summary>
    public static IReadOnlyList<Activity> Relayed(CaseRecord record, Activity activity) =>
        record.Handoff is { Here: true } && activity.Type == ActivityTypes.Message && ToHub.Message(record, activity.Text) is { } relayed ? [relayed] : [];

    /// <summary>Their words are deleted and the case goes on: that somebody reads along all the same is said.</summary>
    public static void Remind(Turn turn)
    {
        if (turn.Record.Handoff is { Here: true })
        {
            Tell(turn, HandOffAsides.With, Accepted);
        }
    }

    /// <summary>Ends the hand-off because its case is over; the hub is told, and the writer where somebody was here.</summary>
    public static void Close(Turn turn)
    {
        if (turn.Record.Handoff is not { } handoff)
        {
            return;
        }

        turn.ToHub.Add(ToHub.End(handoff));
        turn.Record = turn.Record with { Handoff = null };
        if (handoff.Here)
        {
            Tell(turn, HandOffAsides.Left, Completed);
        }
    }

    /// <summary>Takes in an event of the far side. One about another hand-off changes nothing.</summary>
    public static void Take(Turn turn, Step step, Activity activity)
    {
        turn.KeepsClocks = true;
        if (turn.Record.Handoff is not { } handoff || activity.Value is not JObject value || Text(value["handoff"]) != handoff.Id)
        {
            return;
        }

        switch (activity.Name)
        {
            case HandOffEvents.Status when Text(value["state"]) == Accepted && !handoff.Here:
                turn.Record = turn.Record with { Handoff = handoff with { Here = true } };
                new Speaker(turn).Notice(step, turn.Library.Asides[HandOffAsides.Here], Accepted);
                break;
            case HandOffEvents.Status when Text(value["state"]) is Failed or Completed:
                Leave(turn, step, handoff.Here ? HandOffAsides.Left : HandOffAsides.None, Text(value["state"])!);
                break;
            case HandOffEvents.Lost:
                Leave(turn, step, handoff.Here ? HandOffAsides.Lost : HandOffAsides.None, Failed);
                break;
            case HandOffEvents.Says when handoff.Here && PersonText.Clean(Text(value["text"])) is { Length: > 0 } text:
                new Speaker(turn).Person(step, text);
                break;
            default:
                break;
        }
    }

    /// <summary>Nobody accepted in time.</summary>
    public static void GiveUp(Turn turn, Step step)
    {
        turn.KeepsClocks = true;
        if (turn.Record.Handoff is { Here: false } handoff)
        {
            turn.ToHub.Add(ToHub.End(handoff));
            Leave(turn, step, HandOffAsides.None, Failed);
        }
    }

    /// <summary>At the end of a turn: what was done is said behind the step, and a hub that was asked learns where the case stands now.</summary>
    public static void Finish(Turn turn)
    {
        var top = turn.Record.Top() ?? turn.Library.Fallback;
        foreach (var (aside, state) in turn.Notices)
        {
            new Speaker(turn).Notice(turn.Library.Find(top) ?? turn.Library.Find(turn.Library.Fallback)!, aside, state);
        }

        if (turn.Record.Handoff is { Here: false } handoff && turn.Before.Handoff?.Id != handoff.Id)
        {
            turn.ToHub.Add(ToHub.Initiate(turn.Record, turn.Library));
        }
    }

    private static void Leave(Turn turn, Step step, string aside, string state)
    {
        turn.Record = turn.Record with { Handoff = null };
        new Speaker(turn).Notice(step, turn.Library.Asides[aside], state);
    }

    private static void Tell(Turn turn, string aside, string state) => turn.Notices.Add((turn.Library.Asides[aside], state));

    // The time names it; one that was closed in this same millisecond had that name.
    private static string NewId(Turn turn)
    {
        var id = turn.Now.ToUnixTimeMilliseconds();
        return turn.Before.Handoff?.Id == Name(id) ? Name(id + 1) : Name(id);

        static string Name(long id) => id.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Text(JToken? token) => (token as JValue)?.Value as string;
}
