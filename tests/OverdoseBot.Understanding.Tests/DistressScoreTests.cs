using System.Globalization;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>The distress column of the sets that have it: what was told and what was read. Failures of what nobody tuned on are not printed.</summary>
public sealed class DistressScoreTests(ITestOutputHelper output)
{
    private static readonly string[] s_labels = ["calm", "distressed", "self-harm"];

    public static TheoryData<string> Tuned =>
        [.. Directory.GetFiles(Home.Of("dialogs", "examples"), "*.tsv").Where(f => File.ReadLines(f).First().Contains("distress", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WholeSetTests.Blind), MemberType = typeof(WholeSetTests))]
    public void How_the_writer_is_is_read_nearly_always(string file) =>
        Score(Path.Combine(Home.Of("tests", "OverdoseBot.Understanding.Tests", "Messages", "whole"), file), Home.Both, shown: false, mostMissed: 1, least: 0.95);

    /// <summary>By the grammar alone: the second reader has learned these. Those of distress-2 say it in passing, so that hardly a word gives it away.</summary>
    [Theory]
    [MemberData(nameof(Tuned))]
    public void The_grammar_alone_reads_it_nearly_always(string file)
    {
        var oblique = file.Contains("distress-2", StringComparison.Ordinal);
        Score(Home.Of("dialogs", "examples", file), Home.Readers, shown: true, mostMissed: oblique ? 10 : 0, least: oblique ? 0.92 : 0.99);
    }

    // The least is what was reached: what falls below it has become worse.
    private void Score(string path, Readers readers, bool shown, int mostMissed, double least)
    {
        var file = Path.GetFileName(path);
        var read = Labelled.LoadWhole(path).Where(m => m.Distress != "*").Select(m => (Message: m, Reading: m.Read(readers, "en"))).ToList();
        foreach (var told in s_labels)
        {
            output.WriteLine($"{file} {told,-10} read as {string.Join(", ", s_labels.Select(l => $"{l} {read.Count(r => r.Message.Distress == told && r.Reading.Distress == l)}"))}");
        }

        foreach (var (message, reading) in read.Where(r => shown && r.Message.Distress != r.Reading.Distress))
        {
            output.WriteLine($"  {message.At} \"{message.Text}\" want {message.Distress} got {reading.Distress} | {string.Join("; ", reading.Why)}");
        }

        var right = read.Count(r => r.Message.Distress == r.Reading.Distress);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: distress {right} of {read.Count} right ({100.0 * right / read.Count:0.0} %)"));
        read.Count(r => r.Message.Distress == "self-harm" && r.Reading.Distress != "self-harm").ShouldBeLessThanOrEqualTo(mostMissed);
        ((double)right / read.Count).ShouldBeGreaterThanOrEqualTo(least);
    }
}
