using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// Which move of the script a message makes, in the order of ARCHITECTURE section 5: bad news, the step's own answers,
/// other facts, a question or acknowledgement, unclear. Asides of every fact in the message are told whatever the move is.
/// </summary>
internal static class Decision
{
    public const string Unclear = "unclear";
    public const string Unread = "unread";
    public const string How = "how";
    public const string Wait = "wait";

    /// <summary>The move; the fact that made it is used up.</summary>
    public static Move For(Turn turn, Step step)
    {
        var hears = StepHears.At(turn.Library, step);
        var first = Said(turn, hears.First);
        // How somebody feels is no answer to what is asked, even where they write it first: there the order of the page holds.
        var own = Said(turn, hears.Own).Select(a => Now(turn, step, a)).OrderBy(a => EndsWithTheDose(turn, a) ? 0 : a.Word == turn.Reading!.Answer && !a.Move.Offers ? 1 : 2).ToList();
        var heard = Said(turn, hears.Always);
        var always = heard.FindAll(a => Own(turn, step, a.Word) is null);

        // What must be told about a fact is told whichever fact moves the step: a fire, no phone, a baby.
        // A step that answers the fact in its own way says so itself, when its answer is taken.
        foreach (var aside in first.Concat(heard).Where(a => Own(turn, step, a.Word) is not { } own || own.Move.Tell == a.Move.Tell))
        {
            Tell(turn, aside.Move);
        }

        // Someone else is leading them: panic is answered, and the step is not read out over it.
        if (turn.Beside && IsLed(turn))
        {
            return Acknowledge(turn, step);
        }

        var move = Take(turn, first.Find(a => !a.Move.OnlyTells))
            ?? TakeOwn(turn, step, own.Find(a => Moves(a) && !GivesWay(turn, a, always)))
            ?? Take(turn, always.Find(a => Moves(a) && (a.Move.Kind != MoveKind.Back || TakesBackOnly(turn))))
            ?? (turn.Reading!.Answer == Unclear ? OwnUnclear(turn, step, IsUnsure(turn, step) ? Unclear : Unread) : null)
            ?? Take(turn, own.Concat(first).Concat(always).FirstOrDefault())
            ?? (turn.Facts.Contains(How) ? Explain(turn, step) : null)
            ?? (turn.Facts.Contains(Wait) ? Acknowledge(turn, step) : null)
            ?? OwnUnclear(turn, step, Unread);

        // What the step tells of a fact holds while it is the step: "throwing up, and alone".
        foreach (var answer in own.Where(a => a.Move.OnlyTells && move.Kind is MoveKind.Stay or MoveKind.Rest))
        {
            Tell(turn, answer.Move);
        }

        return move;
    }

    /// <summary>
    /// Whether a message answers nothing and says nothing that the script hears at a step: it would be a question, an acknowledgement or unclear.
    /// </summary>
    public static bool SaysNothing(Turn turn, Step step) =>
        turn.Reading!.Answer is null && !turn.Facts.Any(turn.Library.Keep.ContainsKey) && Heard(turn, step).Count == 0;

    /// <summary>
    /// Whether all that a message says is how the writer is, or that they want a person: it is answered with an offer, and the step and its clocks go on
    /// as if it had not come.
    /// </summary>
    public static bool OnlyOffers(Turn turn, Step step) =>
        turn.Reading!.Answer is not Unclear
        && !turn.Facts.Any(turn.Library.Keep.ContainsKey)
        && Heard(turn, step) is var heard
        && heard.Exists(a => a.Move.Offers)
        && heard.TrueForAll(a => a.Move is { Offers: true, Kind: MoveKind.Stay or MoveKind.Rest } or { Kind: MoveKind.Stay, Tell: null });

    /// <summary>All facts that the script hears at a step by name, bad news too.</summary>
    public static IEnumerable<string> HeardAt(Turn turn, Step step) => StepHears.At(turn.Library, step).Heard;

    /// <summary>Bad news that leads from a step into another dialog.</summary>
    public static IEnumerable<string> LeavesAt(Turn turn, Step step) =>
        StepHears.At(turn.Library, step).First.Where(h => h.Answer.Move.To is { } to && to.Dialog != step.Place.Dialog).Select(h => h.Fact);

    /// <summary>Facts that are no answer to a step that takes any words: a question, an acknowledgement, and what the dialog hears everywhere.</summary>
    public static IEnumerable<string> CommandsAt(Turn turn, Step step) =>
        StepHears.At(turn.Library, step).Always.Select(h => h.Fact).Append(How).Append(Wait);

    /// <summary>Adds the aside of a move.</summary>
    public static void Tell(Turn turn, Move move)
    {
        if (move.Tell is { } name && turn.Asides.TrueForAll(a => a.Name != name))
        {
            turn.Asides.Add(turn.Library.Asides[name]);
        }
    }

    /// <summary>The aside that a fact is told with at a step, however the step moves on it; null: it is told without.</summary>
    public static Aside? AsideAt(Turn turn, Step step, string fact)
    {
        var name = StepHears.At(turn.Library, step).Told.FirstOrDefault(h => h.Fact == fact).Answer?.Move.Tell;
        return name is null ? null : turn.Library.Asides[name];
    }

    /// <summary>The answer followed on arrival because it is already known; null: the step must be said.</summary>
    public static Move? Known(Turn turn, Step step)
    {
        if (!step.KnownOnce.IsEmpty && !step.KnownOnce.Any(w => turn.Knows(turn.Library.Fact(w))))
        {
            return null;
        }

        foreach (var word in step.Known)
        {
            if ((word == Facts.Written ? Plans.Has(turn, step) : turn.Knows(turn.Library.Fact(word))) && step.Answers.FirstOrDefault(a => a.Word == word) is { } answer)
            {
                return Take(turn, Now(turn, step, answer));
            }
        }

        return null;
    }

    // The answer as it leads while what is known stands.
    private static Answer Now(Turn turn, Step step, Answer answer) =>
        step.While.FirstOrDefault(w => turn.Record.Has(w.Fact) && w.Answers.Any(a => a.Word == answer.Word))?.Answers.First(a => a.Word == answer.Word) ?? answer;

    // The answers that hear something in the message, a nearer layer's in place of a farther one's.
    private static List<Answer> Heard(Turn turn, Step step) => Said(turn, StepHears.At(turn.Library, step).Any);

    private static Move? TakeOwn(Turn turn, Step step, Answer? answer)
    {
        if (answer is not null)
        {
            Quizzes.Take(turn, step, answer);
        }

        return Take(turn, answer);
    }

    private static Move? Take(Turn turn, Answer? answer)
    {
        if (answer is null)
        {
            return null;
        }

        turn.Facts.Remove(turn.Library.Fact(answer.Word));
        Tell(turn, answer.Move);
        return answer.Move;
    }

    // "Maybe shes waking", "i think theres narcan" where breaths are asked about: a doubt, and none of the breathing.
    private static bool IsUnsure(Turn turn, Step step) =>
        !turn.Typed || step.Answers.FirstOrDefault(a => a.Word == Unclear)?.Move.To is not { } to
        || step.Answers.Any(a => a.Move.To == to && a.Word != Unclear && turn.Reading!.Doubted.Contains(a.Word));

    // What cannot be read counts as unclear, except where the step says more of it.
    private static Move OwnUnclear(Turn turn, Step step, string word)
    {
        // "She asked how old he is": what answers nothing here goes to whoever leads them, and is no news of the one on the ground.
        if (IsLed(turn) && turn.Typed && Listening.HearsNothing(turn.Reading!))
        {
            return Acknowledge(turn, step);
        }

        var move = (step.Answers.FirstOrDefault(a => a.Word == word) ?? step.Answers.FirstOrDefault(a => a.Word == Unclear)) is { } unclear ? Now(turn, step, unclear).Move : Move.StayAt(step.Spot);
        Tell(turn, move);

        // Nor does anything else that they write go against whoever leads them, where it would only say the step once more.
        return move is { Kind: MoveKind.Stay, Tell: null } ? Acknowledge(turn, step) : move;
    }

    private static bool IsLed(Turn turn) => turn.Library.OnlyClocksWhen.Any(turn.Record.Has);

    private static Move Explain(Turn turn, Step step)
    {
        turn.Words = step.How is { } how ? new Wording([how], [], null) : null;
        return Move.StayAt(step.Spot);
    }

    // While the dispatcher is leading, "ok" and "doing it" are said to them: the step is not read out again.
    private static Move Acknowledge(Turn turn, Step step)
    {
        if (turn.Library.OnlyClocksWhen.FirstOrDefault(turn.Record.Has) is not { } quiet || turn.Library.AsideOf(quiet) is not { } aside)
        {
            return Move.StayAt(step.Spot);
        }

        turn.Asides.Add(aside);
        return Move.StayAt(step.Spot) with { Kind = MoveKind.Rest };
    }

    private static List<Answer> Said(Turn turn, ImmutableArray<Heeded> heeded)
    {
        var said = new List<Answer>();
        foreach (var (answer, fact) in heeded)
        {
            if (turn.Facts.Contains(fact))
            {
                said.Add(answer);
            }
        }

        return said;
    }

    private static Answer? Own(Turn turn, Step step, string word) =>
        step.Answers.FirstOrDefault(a => turn.Library.Fact(a.Word) == turn.Library.Fact(word));

    private static bool Moves(Answer answer) => answer.Move.Kind != MoveKind.Stay;

    // "Sorry, typo, he is NOT breathing" says what is so: only who takes back and says no more goes back to the question before.
    private static bool TakesBackOnly(Turn turn) =>
        turn.Reading!.Answer is null && !turn.Facts.Any(f => turn.Library.Keep.ContainsKey(f) || turn.Library.IsBadNews(f));

    // "Gave it, she woke up", "woke after the first spray", "gave the second, the ambulance is here": what was done with the dose leads nowhere where
    // the message says how it went on. Bad breathing beside it does not hold a dose back. "Awake, sick, the crew just pulled up": nor does what rests
    // where it is hold anything.
    private static bool GivesWay(Turn turn, Answer answer, List<Answer> others) =>
        (answer.Move.Kind is MoveKind.End or MoveKind.Rest && others.Exists(LeadsOn))
        || (IsAboutTheDose(turn, answer) && others.Exists(a => LeadsOn(a) && !turn.Library.IsBadNews(a.Word)));

    // The dialog of the dose is raised inside another.
    private static bool IsAboutTheDose(Turn turn, Answer answer) =>
        answer.Word == Hearing.DoseGiven || (answer.Move.To is { } to && turn.Library.Scripts[to.Dialog].Within is not null);

    // "Sprayed it up his nose": which device it was is not asked for once the dose is given.
    private static bool EndsWithTheDose(Turn turn, Answer answer) =>
        answer is { Word: Hearing.DoseGiven, Move.Kind: MoveKind.End } && turn.Reading!.Dose is not { IsSpokenOf: true };

    private static bool LeadsOn(Answer answer) => answer.Move.Kind == MoveKind.Step;
}
