namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>Answers dropped, swapped and led astray.</summary>
internal static class Answers
{
    private static readonly string[] Calm = ["respond/recovery-position", "respond/awake", "respond/unwell", "stay", "rest", "end"];
    private static readonly string[] Moves = ["steps.*.answers.*", "steps.*.first.*", "first.*", "always.*"];

    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Drops("drop an answer", "steps.*.answers.*"),
        Operator.Drops("drop bad news (first)", "steps.*.first.*", "first.*"),
        Operator.Drops("drop a fact heard everywhere (always)", "always.*"),
        Operator.Swaps("swap two targets", "steps.*.answers"),
        Operator.Swaps("swap two targets", "steps.*.first"),
        Operator.Swaps("swap two targets", "first"),
        Operator.Swaps("swap two targets", "always", reach: 3),
        Operator.Becomes("lead unclear to the calm branch", "steps.*.answers.unclear", Calm),
        Operator.Becomes("lead silence to the calm branch", "steps.*.silence.then", Calm),
        Operator.Becomes("drop what silence means", "steps.*.silence", "none"),
        new("lead an answer astray", Astray),
        new("an aside is no longer told", Untold),
        new("another aside is told", Otherwise),
        Operator.Drops("an answer is no longer shown", "steps.*.choices.*", "steps.*.say-when.*.choices.*", "steps.*.say-when.*.choices"),
        Operator.Drops("a bare yes or no means nothing", "steps.*.yes", "steps.*.no"),
        new("a bare yes or no means the other", site => site.Is("steps.*") && site.At("yes") is { } yes && site.At("no") is { } no
            ? [new Change($"{Operator.Show(site)}: yes and no swapped", yes.Swap(no))] : []),
        Operator.Becomes("a step is of another kind", "steps.*.kind", "triage", "emergency", "after", "prepare"),
    ];

    private static IEnumerable<Change> Astray(Site site)
    {
        foreach (var to in Moves.Any(site.Is) && site.Key != "unclear" ? new[] { "stay", "respond/recovery-position", "respond/start" } : [])
        {
            if (Leads(site) != to)
            {
                yield return new Change($"{Operator.Show(site)} leads to {to}", site.Put(to));
            }
        }
    }

    // A bare name is a step of the response, or it is not one that is led astray to.
    private static string? Leads(Site site) => site.Text is { } text && text != "stay" && !text.Contains('/', StringComparison.Ordinal) ? $"respond/{text}" : site.Text;

    private static IEnumerable<Change> Untold(Site site) =>
        Moves.Any(site.Is) && (site.At("tell") ?? site.At("offer")) is not null && site.At("then") is { } then
            ? [new Change($"{Operator.Show(site)} tells nothing", site.Put(then.Node))] : [];

    private static IEnumerable<Change> Otherwise(Site site) =>
        Moves.Any(site.Is) && site.At("tell") is { Text: not "recap" } tell ? [new Change($"{Operator.Show(site)} tells recap", tell.Put("recap"))] : [];
}
