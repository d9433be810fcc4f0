using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>The steps of the scripts that ship, with their answers, buttons, and what yes and no mean there.</summary>
internal static class Dialogs
{
    private static readonly Lazy<IReadOnlyList<Step>> s_steps = new(() =>
    {
        var read = ScriptLibrary.Read(Home.Of("dialogs"));
        return read.Library is { } library
            ? [.. library.Scripts.Values.OrderBy(script => script.Dialog, StringComparer.Ordinal).SelectMany(script => script.Steps)]
            : throw new InvalidOperationException(string.Join('\n', read.Faults));
    });

    public static IReadOnlyList<Step> Steps => s_steps.Value;

    public static Asked At(string at) => Of(Steps.Single(step => $"{step.Place.Dialog}/{step.Place.Step}" == at));

    /// <summary>With no more answers than the step's question asks for, as the verb <c>explain</c> reads.</summary>
    public static Asked Question(string at)
    {
        var step = Steps.Single(s => s.Place.ToString() == at);
        return step.Asks.IsEmpty ? Of(step) : Of(step) with { Answers = [.. step.Asks, "unclear"], Asks = step.Asks };
    }

    public static Asked Of(Step step) =>
        new(step.Place.Dialog, step.Place.Step, [.. step.Answers.Select(answer => answer.Word).Concat(Buttons(step).Select(b => b.Answer)).Distinct()], step.WebYes ?? step.Yes, step.No);

    public static IEnumerable<Choice> Buttons(Step step) =>
        step.Choices.Concat(step.SayWhen.SelectMany(variant => variant.Choices ?? []));

    /// <summary>
    /// Whether the words of a button are read as its answer. "Nose spray is here" says more than that a kit is here; a button that opens a page says, typed,
    /// that the same is to begin here.
    /// </summary>
    public static bool IsAnswered(Reading reading, string answer) =>
        (reading.Answer ?? "unclear") == answer
        || (answer == "kit-here" && reading.Answer is "nasal" or "injection" && reading.Facts.Contains("kit-here"))
        || (answer == "open-plan" && reading.Answer == "begin-plan");
}
