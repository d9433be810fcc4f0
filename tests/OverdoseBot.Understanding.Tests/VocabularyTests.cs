using System.Globalization;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>What is heard beside all else: products, situations, what must not be done, regions and languages.</summary>
public sealed class VocabularyTests(ITestOutputHelper output)
{
    [Fact]
    public void Tuning() => Score("vocabulary-tuning.tsv", detail: true).ShouldBe(1.0);

    // Like blind.tsv: nobody tunes on it, so its failures are printed only when asked for.
    [Fact]
    public void Blind() =>
        Score("vocabulary-blind.tsv", Environment.GetEnvironmentVariable("OVERDOSEBOT_SHOW_BLIND") == "1").ShouldBeGreaterThanOrEqualTo(0.95);

    /// <summary>Written after tuning, measured once, then tuned on as well.</summary>
    [Fact]
    public void SecondPass() => Score("vocabulary-second.tsv", detail: true).ShouldBe(1.0);

    private double Score(string file, bool detail)
    {
        var read = Told.Load(file).Select(told => (told, reading: Home.Reader.Read(told.Text, Steps.At(told.At)))).ToList();
        foreach (var label in read.SelectMany(r => r.told.Must).Distinct().Order(StringComparer.Ordinal))
        {
            var told = read.Where(r => r.told.Must.Contains(label)).ToList();
            var falsely = read.Count(r => r.reading.Heard.Contains(label) && !r.told.Must.Contains(label) && !r.told.May.Contains(label));
            output.WriteLine($"{file} {label,-16} {told.Count(r => r.reading.Heard.Contains(label)),3} of {told.Count}, {falsely} falsely");
        }

        foreach (var (told, reading) in read.Where(r => detail && !r.told.IsRight(r.reading)))
        {
            output.WriteLine($"  wrong {told.At} \"{told.Text}\" want [{string.Join(' ', told.Must)}] {told.Also} got {reading.Answer ?? "null"} [{string.Join(' ', reading.Heard)}] | {string.Join("; ", reading.Why)}");
        }

        var right = read.Count(r => r.told.IsRight(r.reading));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {right} of {read.Count} right ({100.0 * right / read.Count:0.0} %)"));
        read.Count(r => r.told.IsUnsafe(r.reading)).ShouldBe(0);
        return (double)right / read.Count;
    }
}
