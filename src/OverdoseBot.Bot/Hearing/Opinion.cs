using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// Another opinion on how distressed a message is. It is asked for beside the turn and comes back as an event with a turn of its own, which can add
/// the offer of a person and nothing else: no step, clock, dose or mark is changed, whatever the opinion is worth.
/// </summary>
public static class Opinion
{
    private const string Distress = "distress";
    private const string Heard = "heard";
    private const string CrewHere = "crew-here";

    /// <summary>The event that says: what was heard then was distress.</summary>
    /// <param name="heard">When the message's turn ran: a person who wrote again meanwhile is not answered about the past.</param>
    public static Activity Of(DateTimeOffset heard) => new(ActivityTypes.Event)
    {
        Name = OverdoseResponseBot.OpinionEvent,
        Value = new JObject { [Distress] = true, [Heard] = heard.ToUnixTimeMilliseconds() },
    };

    /// <summary>True for such an event.</summary>
    public static bool Is(IActivity activity) =>
        activity is Activity { Type: ActivityTypes.Event, Name: OverdoseResponseBot.OpinionEvent };

    /// <summary>Takes the opinion: adds the offer if it may still be made.</summary>
    internal static void Take(Turn turn, Step? step, object? value)
    {
        if (Says(value, turn.Record.LastHeard) && Offer(turn, step) is { } offer)
        {
            turn.Asides.Add(offer);
            new Speaker(turn).Beside(step!);

            // It answers nothing: the step stays on the screen.
            turn.Said[^1] = turn.Said[^1] with { Offer = true };
        }
    }

    /// <summary>The language in which to ask about the words of this turn; null: the local gauge heard enough, or no offer could follow.</summary>
    internal static string? LanguageToAskIn(Turn turn, Step? step, string? text) =>
        turn.Reading is { Distress: "calm" } calm && text?.Any(char.IsLetter) == true && Offer(turn, step) is not null ? calm.Language : null;

    private static bool Says(object? value, DateTimeOffset? heard) =>
        value is JObject opinion
        && opinion[Distress] is JValue { Value: true }
        && opinion[Heard] is JValue { Value: long at } && at == heard?.ToUnixTimeMilliseconds();

    // What the script tells on distress here, if it remembers that it told it. Dispatcher, crew and whoever was handed over to are people enough;
    // and once in a while is enough.
    private static Aside? Offer(Turn turn, Step? step)
    {
        if (step is null)
        {
            return null;
        }

        var record = turn.Record;
        var others = record.Handoff is not null || turn.Library.OnlyClocksWhen.Any(record.Has)
            || (record.Has(CrewHere) && turn.Library.CallKinds.Contains(step.Kind));
        return !record.Ended && !others && Decision.AsideAt(turn, step, Distress) is { } aside && aside.Every > TimeSpan.Zero && !Offers.ToldLately(turn, aside)
            ? aside
            : null;
    }
}
