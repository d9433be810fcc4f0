using OverdoseBot.Wiring;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>Options of a service that a busy machine does not drive to the emergency card: what it says is tested, and not how much it can take.</summary>
internal static class Unhurry
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _answerWithin = TimeSpan.FromMinutes(1);

    /// <summary>Whether processors are behind is always asked in real time; how long a store takes, in the time that is given.</summary>
    public static BotOptions Unhurried(this BotOptions options, TimeProvider? time) => options with
    {
        Turns = options.Turns with
        {
            Patience = _patience,
            AnswerWithin = time is null || time == TimeProvider.System ? _answerWithin : options.Turns.AnswerWithin,
        },
        // How long the network may take is real time too.
        Opinions = options.Opinions is { } opinions ? opinions with { Budget = _answerWithin } : null,
    };
}
