using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Takes an answer to a question that has a right one (<c>right:</c> of a step).</summary>
internal static class Quizzes
{
    /// <summary>Counts it for the person, and leaves it for the totals.</summary>
    public static void Take(Turn turn, Step step, Answer answer)
    {
        if (step.Right is not { } right)
        {
            return;
        }

        var (after, isRight) = (turn.Record.Has(Quiz.FactsTold), answer.Word == right);
        var quiz = Begun(turn, step, after);
        turn.Record = turn.Record with { Quiz = quiz with { Right = quiz.Right + (isRight ? 1 : 0) } };
        turn.Record = quiz is { After: true, Before: not null } ? turn.Record.With([Scripts.Facts.Compared], turn.Now) : turn.Record.Without([Scripts.Facts.Compared]);
        turn.Quizzed = new QuizAnswer(after, isRight);
    }

    /// <summary>What stands for it in a text; null: it is no hole of this.</summary>
    public static string? Words(CaseRecord record, string hole) => hole switch
    {
        QuizHoles.Right => Number(record.Quiz?.Right),
        QuizHoles.Before => Number(record.Quiz?.Before),
        _ => null,
    };

    // The first question begins anew; what was right before the facts is kept to compare with.
    private static Quiz Begun(Turn turn, Step step, bool after)
    {
        var quiz = turn.Record.Quiz;
        var first = turn.Library.Scripts[step.Place.Dialog].Steps.First(s => s.Right is not null) == step;
        var before = !after ? null : quiz is { After: false } ? quiz.Right : quiz?.Before;
        return quiz is null || first || quiz.After != after ? new Quiz(after, 0, before) : quiz;
    }

    private static string Number(int? right) => (right ?? 0).ToString(CultureInfo.InvariantCulture);
}
