using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 4, silence.</summary>
internal sealed class SilenceIsWorse : Invariant
{
    public override string Number => "4b";

    public override string Title => "in call, wake and breathing silence is asked once more, then counts as the worse answer; both begin \"If they still\"";

    public override bool Applies(Edge edge) => edge.Rang?.Kind == AlarmKind.Silence || (edge.Rang is null && edge.Input.IsMessage && Waits(edge));

    public override string? Check(Edge edge)
    {
        if (edge.Rang is null)
        {
            return edge.After.Alarms.Any(a => a.Kind == AlarmKind.Silence) ? null : $"no silence clock at {edge.To}";
        }

        if (!edge.Meant.BeginsIfTheyStill)
        {
            return $"what is sent on silence at {edge.At} does not begin \"If they still\"";
        }

        var (before, after) = (Places.Rank(edge.At), Places.Rank(edge.To));
        return edge.Before.Silences == 0
            ? (after >= before ? null : $"the first silence at {edge.At} leads to {edge.To}")
            : after > before ? null : $"silence at {edge.At} leads to {edge.To}";
    }

    private static bool Waits(Edge edge) => edge.To is { } to && Places.Asks(to) && !edge.After.Has("dispatcher-leading");
}
