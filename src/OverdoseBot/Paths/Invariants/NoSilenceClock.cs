using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 4, where nobody is hurried.</summary>
internal sealed class NoSilenceClock : Invariant
{
    public override string Number => "4e";

    public override string Title => "no silence clock before the first word, in prepare or afterwards";

    public override bool Applies(Edge edge) => edge.After.LastHeard is null || edge.To is not { } to || Places.Calm(to);

    public override string? Check(Edge edge) =>
        edge.After.Alarms.Any(a => a.Kind is AlarmKind.Silence or AlarmKind.Prompt) ? $"a clock hurries at {edge.To}" : null;
}
