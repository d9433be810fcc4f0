using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>The dialog stack between the record's named frames and the SDK's instances (bot-framework-api.md 10).</summary>
internal static class FrameStack
{
    private const string StepIndex = "stepIndex";
    private const string Then = "then";

    /// <summary>Instances with the keys the SDK expects. A frame that no script knows takes the whole stack to the fallback step.</summary>
    public static DialogState Load(ImmutableArray<Frame> frames, Library library)
    {
        var steps = frames.Select(f => library.Find(new Place(f.Dialog, f.Step))).ToList();
        if (steps.Contains(null))
        {
            return new DialogState([Instance(library.Find(library.Fallback)!, null)]);
        }

        return new DialogState([.. frames.Select((f, i) => Instance(steps[i]!, f.Then))]);
    }

    /// <summary>The frames of a stack.</summary>
    public static ImmutableArray<Frame> Save(IEnumerable<DialogInstance> stack, Library library) =>
        [.. stack.Select(i => new Frame(i.Id, Step(i, library).Place.Step, GetThen(i)))];

    /// <summary>The step an instance is at.</summary>
    public static Step Step(DialogInstance instance, Library library) =>
        library.Scripts[instance.Id].Steps[Convert.ToInt32(instance.State[StepIndex], CultureInfo.InvariantCulture)];

    /// <summary>Fills the state of an instance that was just begun.</summary>
    public static void Begin(DialogInstance instance, Step step) => instance.State = Instance(step, null).State;

    /// <summary>The step that an instance goes on at.</summary>
    public static string? GetThen(DialogInstance instance) => instance.State.TryGetValue(Then, out var then) ? (string?)then : null;

    /// <summary>Notes where an instance goes on.</summary>
    public static void SetThen(DialogInstance instance, string? step) => instance.State[Then] = step;

    private static DialogInstance Instance(Step step, string? then) => new()
    {
        Id = step.Place.Dialog,
        State = new Dictionary<string, object>
        {
            ["options"] = null!,
            ["values"] = new Dictionary<string, object>(),
            ["instanceId"] = string.Empty,
            [StepIndex] = step.Index,
            [Then] = then!,
        },
    };
}
