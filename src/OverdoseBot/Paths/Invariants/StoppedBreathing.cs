using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Rule 5, the move.</summary>
internal sealed class StoppedBreathing : Invariant
{
    private static readonly Place _pushes = new("respond", "compressions");

    public override string Number => "5a";

    public override string Title => "stopped breathing leads to pushes from every state and mode";

    public override bool Applies(Edge edge) => edge.Input.IsMessage && edge.Input.Facts.Contains("stopped-breathing");

    public override string? Check(Edge edge)
    {
        var stack = edge.After.Stack;
        var there = edge.To == _pushes
            || (edge.To?.Dialog == "naloxone" && stack.Length > 1 && (stack[1].Then ?? stack[1].Step) == _pushes.Step);
        return !there ? $"stopped breathing at {edge.At} leads to {edge.To}"
            : edge.Meant.TellsPushes ? null : $"stopped breathing at {edge.At}: the reply of {edge.To} does not tell to push";
    }
}
