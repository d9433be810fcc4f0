using System.Diagnostics;
using System.Threading.Channels;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>Two ways of asking: each as soon as the last was answered (how much goes through), or on time whatever comes back (how long people wait).</summary>
internal static class Loops
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    /// <summary>So many people, each with the next thing as soon as the last is answered, or a pause later.</summary>
    public static async Task<Heard> ClosedAsync(IReadOnlyList<Uri> addresses, Talk talk, int people, TimeSpan time, TimeSpan pause = default)
    {
        var heard = new Heard();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(async () =>
        {
            await using var person = new Person(addresses, talk);
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                using var enough = new CancellationTokenSource(_patience);
                await person.SayAsync(heard, Stopwatch.GetTimestamp(), enough.Token);
                if (pause > TimeSpan.Zero)
                {
                    await Task.Delay(pause);
                }
            }
        })));
        return heard;
    }

    /// <summary>So many a second, by whoever is free; who waits for somebody to be free waits too.</summary>
    public static async Task<Heard> OpenAsync(IReadOnlyList<Uri> addresses, Talk talk, double perSecond, int people, TimeSpan time)
    {
        var heard = new Heard();
        var due = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleWriter = true });
        var said = Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(async () =>
        {
            await using var person = new Person(addresses, talk);
            await foreach (var since in due.Reader.ReadAllAsync())
            {
                using var enough = new CancellationTokenSource(_patience);
                await person.SayAsync(heard, since, enough.Token);
            }
        })));
        var began = Stopwatch.GetTimestamp();
        for (var i = 0L; Stopwatch.GetElapsedTime(began) < time;)
        {
            for (var at = Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond; i < at; i++)
            {
                due.Writer.TryWrite(began + (long)(i / perSecond * Stopwatch.Frequency));
            }

            await Task.Delay(1);
        }

        due.Writer.Complete();
        await said;
        return heard;
    }
}
