namespace OverdoseBot.Mutation.Tests.Operators;

/// <summary>What is remembered, and what follows from it.</summary>
internal static class Memory
{
    public static IEnumerable<Operator> All { get; } =
    [
        Operator.Drops("drop a mark", "steps.*.mark", "steps.*.mark.*", "steps.*.say-when.*.mark", "steps.*.say-when.*.mark.*"),
        Operator.Drops("drop what is cleared", "steps.*.clear", "steps.*.clear.*", "steps.*.say-when.*.clear", "steps.*.say-when.*.clear.*"),
        Operator.Drops("drop what is known", "steps.*.known", "steps.*.known.*"),
        Operator.Swaps("known in another order", "steps.*.known", reach: 1),
        Operator.Drops("drop other words (say-when)", "steps.*.say-when", "steps.*.say-when.*"),
        Operator.Swaps("other words in another order", "steps.*.say-when", reach: 1),
        Operator.Drops("drop a kept fact or what it ends", "keep.*", "keep.*.*"),
        Operator.Swaps("swap two digits", "digits"),
        Operator.Drops("drop a digit", "digits.*"),
        Operator.Drops("an answer is no longer its fact", "same.*"),
        Operator.Swaps("swap two facts of answers", "same", reach: 1),
        Operator.Drops("bad news of an old button is ignored", "bad-news.*"),
        Operator.Drops("the dispatcher is talked over", "only-clocks-when", "only-clocks-when.*"),
        Operator.Drops("drop a part of the hand-over", "handover.*"),
        Operator.Drops("drop a language that is asked for", "speak.*"),
    ];
}
