using System.Collections.Immutable;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>
/// The household plan by text message: what is written is the answer, it is sent back whole, and then it is forgotten. On the web a page of the person's own
/// browser asks the same (<c>/plan</c>), and nothing of it comes here.
/// </summary>
internal static class Plans
{
    private const string Skip = "skip";

    // Three text messages. A longer answer is cut, and they see where.
    private const int Most = 400;
    private const string Cut = "...";

    /// <summary>In front of a step's name: the word that stands in front of its answer.</summary>
    private const string Item = "plan.item.";

    /// <summary>Where the plan is sent back.</summary>
    private static readonly Place _done = new("plan", "done");

    private static readonly Place _start = new("plan", "start");

    /// <summary>Whether a step takes any words as its answer.</summary>
    public static bool Asks(Step step) => step.Answers.Any(a => a.Word == Facts.Written);

    /// <summary>
    /// At a step that takes any words, takes them. Only bad news, and what the script answers there by name, is heard in them: "Dad gives the spray" is
    /// no dose, and the language of a street is nobody's. What leads to the response brings all that was said with it.
    /// </summary>
    public static void Hear(Turn turn, Step step, string? text)
    {
        if (!Asks(step))
        {
            return;
        }

        if (!turn.Facts.Overlaps(Decision.LeavesAt(turn, step)))
        {
            turn.Facts.IntersectWith(Decision.HeardAt(turn, step).Append(Decision.How).Append(Decision.Wait));
        }

        if (!turn.Typed)
        {
            if (turn.Facts.Contains(Skip))
            {
                Keep(turn, step, string.Empty);
            }

            return;
        }

        if (turn.Facts.Contains(Skip))
        {
            Keep(turn, step, string.Empty);
        }
        else if (PersonText.Clean(text) is { Length: > 0 } clean && !turn.Facts.Overlaps(Decision.CommandsAt(turn, step)))
        {
            Keep(turn, step, clean.Length > Most ? clean[..Most] + Cut : clean);
            turn.Facts.Add(Facts.Written);
            turn.Reading = new Reading { Answer = Facts.Written, Heard = [.. turn.Reading!.Heard.Where(w => turn.Facts.Contains(turn.Library.Fact(w)))], Language = turn.Record.Language };
        }
    }

    /// <summary>Whether the plan has an answer of this step.</summary>
    public static bool Has(Turn turn, Step step) => turn.Record.Plan is { Sent: null } plan && plan.Answers.ContainsKey(step.Place.Step);

    /// <summary>A turn is over: a plan that is done is sent in front of its step's words; one that was sent, or left, is forgotten.</summary>
    public static void Finish(Turn turn, Step? at)
    {
        var left = turn.Record.Ended || at?.Place.Dialog != _done.Dialog;
        if (turn.Before.Plan is { } before && (left || before.Sent is not null || turn.Record.Plan is null))
        {
            Forget(turn, before);
        }
        else if (left)
        {
            turn.Record = turn.Record with { Plan = null };
        }
        else if (turn.Record.Plan is { } plan && at?.Place == _done)
        {
            turn.Said.InsertRange(0, Texts(turn, plan).Select(text => new Utterance(at, new Composed([text], [], AskedCall: false), null)));
            turn.Record = turn.Record with { Plan = plan.Heard(turn.Now) with { Answers = plan.Answers.Clear(), Sent = turn.Now } };
        }
    }

    /// <summary>Its time is over: nothing is said. One that was not finished can be begun anew.</summary>
    public static Step? Ring(Turn turn, Step at)
    {
        if (turn.Record.Plan is not { } plan)
        {
            return null;
        }

        Forget(turn, plan);
        return plan.Sent is null && Asks(at) ? turn.Library.Find(_start) : null;
    }

    private static void Forget(Turn turn, HomePlan plan)
    {
        turn.ErasesSince = plan.Since;
        turn.Record = turn.Record with { Plan = null };
    }

    private static void Keep(Turn turn, Step step, string text)
    {
        var plan = turn.Record.Plan is { Sent: null } begun ? begun : HomePlan.Begun(turn.Now);
        turn.Record = turn.Record with { Plan = plan.Heard(turn.Now) with { Answers = plan.Answers.SetItem(step.Place.Step, text) } };
    }

    // In the order of the page, each behind its name. What was skipped is left out.
    private static IEnumerable<string> Texts(Turn turn, HomePlan plan) =>
        from step in turn.Library.Scripts[_done.Dialog].Steps
        let answer = plan.Answers.GetValueOrDefault(step.Place.Step)
        where !string.IsNullOrEmpty(answer)
        from text in PersonText.Sms(Gsm7.Fold(turn.Library.Words[Item + step.Place.Step]), answer)
        select text;
}
