using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Rule 4: whoever has just tapped the call button is talking to the dispatcher, and the bot does not talk into it.</summary>
internal sealed class CallTapWaits : Invariant
{
    private static readonly TimeSpan _hold = TimeSpan.FromSeconds(60);

    // Two clocks never ring at one millisecond.
    private static readonly TimeSpan _slack = TimeSpan.FromMilliseconds(10);

    public override string Number => "4f";

    public override string Title => "a tap on the call button sends nothing, changes no step, holds silence for 60 s and delays no other clock";

    // In a practice the button is real, and so is what follows.
    public override bool Applies(Edge edge) => edge.Input.Kind == InputKind.CallTap && edge.Before.Drill is null;

    public override string? Check(Edge edge)
    {
        if (!edge.Sent.IsEmpty)
        {
            return $"a tap on the call button is answered at {edge.At}";
        }

        if (!edge.After.Stack.SequenceEqual(edge.Before.Stack))
        {
            return $"a tap on the call button leads from {edge.At} to {edge.To}";
        }

        var late = edge.Before.Alarms.FirstOrDefault(b => b.Kind is AlarmKind.Clock or AlarmKind.Prompt && !Rings(edge, b));
        return late is not null ? $"a tap on the call button delays the clock {late.Name} at {edge.At}"
            : Silence(edge.After) is not { } due ? Silence(edge.Before) is null ? null : $"a tap on the call button ends the silence clock at {edge.At}"
            : due < edge.Now + _hold ? $"silence rings within 60 s of a tap on the call button at {edge.At}"
            : due > Later(edge.Now + _hold, Silence(edge.Before)) + _slack ? $"a tap on the call button holds silence for more than 60 s at {edge.At}" : null;
    }

    private static bool Rings(Edge edge, SetAlarm before) =>
        edge.After.Alarms.Any(a => a.Kind == before.Kind && a.Name == before.Name && a.Due <= Later(edge.Now, before.Due) + _slack);

    private static DateTimeOffset? Silence(CaseRecord record) => record.Alarms.FirstOrDefault(a => a.Kind == AlarmKind.Silence)?.Due;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;
}
