using System.Globalization;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>How well the reader reads people it was tuned on, and people it was not.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void Tuning() => Score("tuning.tsv", detail: true).ShouldBe(1.0);

    // Its failures are not printed unless asked for: whoever reads them tunes on them, and then it is blind no more.
    [Fact]
    public void Blind() =>
        Score("blind.tsv", Environment.GetEnvironmentVariable("OVERDOSEBOT_SHOW_BLIND") == "1").ShouldBeGreaterThanOrEqualTo(0.95);

    /// <summary>Written after tuning, measured once, then tuned on as well.</summary>
    [Fact]
    public void SecondPass() => Score("second-pass.tsv", detail: true).ShouldBe(1.0);

    /// <summary>What people wrote in whole chats, read at the steps of the scripts that ship; tuned on.</summary>
    [Fact]
    public void Replays() => Score("replays.tsv", detail: true).ShouldBe(1.0);

    [Fact]
    public void SpanishTuning() => Score("es-tuning.tsv", detail: true, Home.Spanish).ShouldBe(1.0);

    /// <summary>Right at first sight: 94.9 %, with 10 unsafe. Its failures were then read, so it is blind no more.</summary>
    [Fact]
    public void SpanishBlind() =>
        Score("es-blind.tsv", Environment.GetEnvironmentVariable("OVERDOSEBOT_SHOW_BLIND") == "1", Home.Spanish).ShouldBeGreaterThanOrEqualTo(0.97);

    /// <summary>Written after tuning, measured once (92.4 %, 10 unsafe), then tuned on as well.</summary>
    [Fact]
    public void SpanishSecondPass() => Score("es-second-pass.tsv", detail: true, Home.Spanish).ShouldBeGreaterThanOrEqualTo(0.99);

    /// <summary>Written after that, measured once (95.3 %, 1 unsafe), then tuned on as well.</summary>
    [Fact]
    public void SpanishThirdPass() => Score("es-third-pass.tsv", detail: true, Home.Spanish).ShouldBeGreaterThanOrEqualTo(0.97);

    private double Score(string file, bool detail, Reader? reader = null)
    {
        var set = Labelled.Load(file);
        var read = set.Select(message => (message, reading: message.Read(reader ?? Home.Reader))).ToList();
        foreach (var step in read.GroupBy(r => r.message.At))
        {
            output.WriteLine($"{file} {step.Key,-26} {step.Count(r => r.message.IsRight(r.reading)),4} of {step.Count()}");
        }

        foreach (var (message, reading) in read.Where(r => detail && !r.message.IsRight(r.reading)))
        {
            output.WriteLine($"  {(Unsafe.Is(message, reading) ? "UNSAFE" : "wrong ")} {message.At} \"{message.Text}\" want {message.Answer} [{message.Facts}] {message.Intent} got {reading.Answer ?? "null"} [{string.Join(' ', reading.Facts)}] {reading.Intent} | {string.Join("; ", reading.Why)}");
        }

        var right = read.Count(r => r.message.IsRight(r.reading));
        var harm = read.Count(r => Unsafe.Is(r.message, r.reading));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {right} of {set.Count} right ({100.0 * right / set.Count:0.0} %), {harm} unsafe"));
        harm.ShouldBe(0);
        return (double)right / set.Count;
    }
}
