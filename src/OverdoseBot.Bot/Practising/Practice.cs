using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot.Practising;

/// <summary>
/// Practice: the same bot with the same scripts, run on a case of its own inside the real record. What it says is marked and told as practice; what is
/// real ends it (safety rule 9).
/// </summary>
internal sealed class Practice(Library library, Readers readers, IBot bot)
{
    private static readonly JObject _happening = new() { ["step"] = "respond/start", ["answer"] = "happening" };
    private readonly TurnAdapter _played = new(library, bot);
    private readonly DrillEar _ear = new(library, readers);

    /// <summary>Takes an activity while somebody practises. False: it is for the bot itself, and <see cref="Turn.Forced"/> may say where to go.</summary>
    public async Task<bool> TakeAsync(Turn turn, Activity activity, CancellationToken cancel)
    {
        if (turn.Record.Drill is not { } drill)
        {
            return false;
        }

        if (turn.Library.Drills is not { } drills || drills.Find(drill.Scenario) is null)
        {
            // New scripts know it no more.
            Leave(turn, library.Fallback);
            return false;
        }

        var (heard, facts) = _ear.Hear(activity, turn.Record, turn.Now);
        if (heard == Heard.Nothing)
        {
            return true;
        }

        if (heard is not (Heard.Beside or Heard.Clock))
        {
            turn.Record = turn.Record with { LastHeard = turn.Now };
        }

        switch (heard)
        {
            case Heard.BadNews when drill.Doubted:
            case Heard.Leave:
                Leave(turn, drills.Choose);
                return false;
            case Heard.RealCall:
                Leave(turn, drills.Choose);
                turn.Forced = new Move(MoveKind.Step, drills.Real, null, null, drills.Spot);
                return false;
            case Heard.Beside:
                return false;
            case Heard.Done:
                Scored(turn);
                break;
            case Heard.Doubt or Heard.BadNews:
                turn.Record = turn.Record with { Drill = drill with { Doubted = drill.Doubted || heard == Heard.BadNews } };
                DrillSpeech.Doubt(turn);
                break;
            case Heard.Clock when turn.Now - turn.Record.LastHeard >= drills.EndsAfter:
                Scored(turn);
                break;
            default:
                await PlayAsync(turn, activity, facts, heard == Heard.Clock, cancel);
                break;
        }

        turn.Record = ClockPlan.Set(turn.Record, library, turn.Now);
        return true;
    }

    /// <summary>Begins the practice that the step asks for which was just reached.</summary>
    public async Task BeginAsync(Turn turn, CancellationToken cancel)
    {
        if (turn.Record.Drill is not null || turn.Record.Practice || turn.Library.Drills is not { } drills || turn.Record.Top() is not { } place
            || turn.Library.Find(place) is not { Practice: not PracticeClock.None } step
            || turn.Said.Count == 0 || turn.Said[^1].Step.Place != step.Place)
        {
            return;
        }

        var scenario = drills.Scenarios.Where(s => turn.Record.Has(s.Fact)).MaxBy(s => turn.Record.Marks[s.Fact].Last) ?? drills.Scenarios[0];
        var before = turn.Record;
        var played = new CaseRecord
        {
            Region = before.Region,
            Language = before.Language,
            LanguageAsked = true,
            Sms = before.Sms,
            Offset = before.Offset,
            NoReminders = true,
            Practice = true,
        };
        turn.Record = before with
        {
            Drill = new DrillState
            {
                Scenario = scenario.Name,
                Quick = step.Practice == PracticeClock.Quick,
                Case = played.With(scenario.Facts, turn.Now),
                Began = turn.Now,
            },
        };
        DrillSpeech.Mark(turn);
        DrillSpeech.Say(turn, step, scenario.Wording);
        await PlayAsync(turn, new Activity(ActivityTypes.Message) { Value = _happening, Conversation = new ConversationAccount { Id = scenario.Name } }, [], false, cancel);
        turn.Record = ClockPlan.Set(turn.Record, library, turn.Now);
    }

    private async Task PlayAsync(Turn turn, Activity activity, IReadOnlyList<string> facts, bool clock, CancellationToken cancel)
    {
        var drill = turn.Record.Drill!;
        var at = turn.Now + drill.Ahead;
        if (clock && drill.Quick && drill.Case.Alarms is [var next, ..] && next.Due > at)
        {
            at = next.Due;
        }

        var from = drill.Case.Top();
        var result = await _played.RunAsync(drill.Case, activity, at, cancel);
        if (result.Error is { } error)
        {
            throw new InvalidOperationException("A practice failed.", error);
        }

        drill = drill with { Case = result.Record, Ahead = at - turn.Now, Deeds = drill.Deeds.AddRange(facts.Select(f => new Deed(from?.ToString() ?? string.Empty, f, at))) };
        turn.Record = turn.Record with { Drill = drill, Language = result.Record.Language };
        var scenario = turn.Library.Drills!.Find(drill.Scenario)!;
        if (turn.Library.Find(drill.Case.Top()!) is not { } top || !turn.Library.CallKinds.Contains(top.Kind))
        {
            // What comes after the response is not played.
            Scored(turn);
            return;
        }

        DrillSpeech.Play(turn, result.Outgoing);
        if ((clock || drill.Case.Top() != from) && Sight(drill, scenario) is { } sight)
        {
            turn.Record = turn.Record with { Drill = drill with { Told = drill.Told.Add(sight.Name) } };
            DrillSpeech.Say(turn, turn.Said[^1].Step, sight.Wording);
        }

        if (drill.Case.Ended || scenario.Ends.Contains(drill.Case.Top()!) || at - drill.Began >= scenario.Lasts)
        {
            Scored(turn);
        }
    }

    private static void Scored(Turn turn)
    {
        var (drill, drills) = (turn.Record.Drill!, turn.Library.Drills!);
        DrillSpeech.Score(turn, Scoring.Of(drill, drills.Find(drill.Scenario)!, drills));
        Leave(turn, drills.After);
        new Speaker(turn).Say(turn.Library.Find(drills.After)!);
    }

    // Nothing of what was played is known afterwards.
    private static void Leave(Turn turn, Place to) => turn.Record = turn.Record with { Drill = null, Stack = [new Frame(to.Dialog, to.Step, null)], Undo = null };

    private static Sight? Sight(DrillState drill, Scenario scenario) => scenario.Scenes.FirstOrDefault(s =>
        s.At == drill.Case.Top() && drill.Case.Doses.Length >= s.Doses && !drill.Told.Contains(s.Name));
}
