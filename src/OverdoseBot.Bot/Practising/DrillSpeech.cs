using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Practising;

/// <summary>What a practice says, as messages of the real turn.</summary>
internal static class DrillSpeech
{
    /// <summary>Marks what the real bot said on the way into the practice.</summary>
    public static void Mark(Turn turn)
    {
        for (var i = 0; i < turn.Said.Count; i++)
        {
            var said = turn.Said[i];
            turn.Said[i] = said with { Composed = said.Composed with { Texts = Texts(turn, said.Composed.Texts) }, Drill = Part(turn) };
        }
    }

    /// <summary>Says what the played case said.</summary>
    public static void Play(Turn turn, IEnumerable<Activity> outgoing)
    {
        foreach (var activity in outgoing)
        {
            var guide = (JObject)((JObject)activity.ChannelData!)["guide"]!;
            var step = turn.Library.Find(Place.Parse((string)guide["step"]!))!;
            var choices = activity.SuggestedActions?.Actions.Select(a => new Choice((string)((JObject)a.Value)["answer"]!, a.Title, null)) ?? [];
            Add(turn, step, Texts(turn, [activity.Text]), [.. choices], Part(turn) with { Pace = guide["pace"], Clock = Clock(turn.Record.Drill!) });
        }
    }

    /// <summary>Says what is seen. The buttons stay with the last message.</summary>
    public static void Say(Turn turn, Step step, Wording wording)
    {
        var last = turn.Said.Count > 0 ? turn.Said[^1] : null;
        var filled = new Fill(turn).Words(wording);
        var (choices, part) = last?.Drill is { } before ? (last.Composed.Choices, before) : ([], Part(turn));
        Add(turn, step, Texts(turn, turn.Record.Sms ? filled.SmsOrSay : filled.Say), choices, part);
    }

    /// <summary>Offers the way out, and how to go on; the buttons of the played step stay.</summary>
    public static void Doubt(Turn turn)
    {
        var played = turn.Record.Drill!.Case;
        var step = turn.Library.Find(played.Top()!)!;
        var filled = new Fill(turn).Words(turn.Library.Drills!.Doubt);
        var shown = step.SayWhen.FirstOrDefault(v => v.When == played.Shown?.When)?.Choices ?? step.Choices;
        Add(turn, step, Texts(turn, turn.Record.Sms ? filled.SmsOrSay : filled.Say), turn.Record.Sms ? [] : shown, Part(turn));
    }

    /// <summary>Says how it came out: what was done well with its time, and what to do better.</summary>
    public static void Score(Turn turn, IReadOnlyList<Result> results)
    {
        var (drills, fill, sms) = (turn.Library.Drills!, new Fill(turn), turn.Record.Sms);
        var (head, advice) = (fill.Words(drills.Score), fill.Words(drills.Advice));
        string Line(string text, Result result) =>
            fill.Text(text).Replace("{time}", result.After is { } after ? Scoring.Shown(after) : string.Empty, StringComparison.Ordinal);

        // By text message only what helps the next time: each text costs.
        var met = results.Where(r => r.Met && !sms).Select(r => Line(r.Goal.Met, r));
        var missed = results.Where(r => !r.Met).Select(r => Line(r.Goal.Missed, r)).ToList();
        var texts = new List<string> { string.Join(' ', met.Prepend(Numbers(sms ? head.SmsOrSay[0] : head.Say[0], results))) };
        if (missed.Count > 0)
        {
            texts.Add(string.Join(' ', missed.Prepend(sms ? advice.SmsOrSay[0] : advice.Say[0])));
        }

        Add(turn, turn.Library.Find(drills.After)!, Texts(turn, texts), [], Part(turn) with { Score = DrillPart.ScoreOf(results, turn.Library, turn.Now) });
    }

    private static void Add(Turn turn, Step step, ImmutableArray<string> texts, ImmutableArray<Choice> choices, DrillPart part) =>
        turn.Said.Add(new Utterance(step, new Composed(texts, choices, AskedCall: false), null) { Drill = part });

    private static string Numbers(string text, IReadOnlyList<Result> results) => text
        .Replace("{right}", results.Count(r => r.Met).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{of}", results.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static ImmutableArray<string> Texts(Turn turn, IEnumerable<string> texts) => Marked.Texts(turn.Library.Drills!.Marker, texts, turn.Record.Sms);

    private static DrillPart Part(Turn turn) => new(turn.Record.Drill!.Scenario, turn.Record.Drill.Quick);

    // The played clock rings when ours does; a quick one shows none.
    private static JObject? Clock(DrillState drill) => !drill.Quick && ClockPlan.Shown(drill.Case) is { } clock ? Guide.Clock(clock with { Due = clock.Due - drill.Ahead }) : null;
}
