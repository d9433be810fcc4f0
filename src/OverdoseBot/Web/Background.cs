using OverdoseBot.Channels;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Journal;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>Rings the clocks that are due.</summary>
internal sealed class Clocks(IJournal journal, Reception reception, Loops loops, TimeProvider time, ILogger<AlarmClock> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var clock = new AlarmClock(journal, time, reception.RingAsync, log);
        loops.Add(() => clock.SinceLook);
        return clock.RunAsync(stoppingToken);
    }
}

/// <summary>Feels whether the processors keep up.</summary>
internal sealed class Pulsing(Pulse pulse) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beats = new PeriodicTimer(Pulse.Every);
        do
        {
            pulse.Beat();
        }
        while (await beats.WaitForNextTickAsync(stoppingToken));
    }
}

/// <summary>Asks for other opinions on distress, where a service for them is set.</summary>
internal sealed class SecondOpinions(
    OpenQuestions questions, SentimentService service, TurnRunner runner, OpinionTally tally, OpinionOptions options, TimeProvider time, ILogger<OpinionDesk> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new OpinionDesk(questions, service, runner.OpineAsync, tally, options, time, log).RunAsync(stoppingToken);
}

/// <summary>Deletes what people wrote when its time is over.</summary>
internal sealed class Sweeping(IJournal journal, BotOptions options, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new Retention(journal, time, log, options.Retention).RunAsync(stoppingToken);
}
