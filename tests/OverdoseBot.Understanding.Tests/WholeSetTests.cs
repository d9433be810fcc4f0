using System.Globalization;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>
/// Sets with every label, each written by one author who saw neither the phrases nor another set. An author's whole pass is either tuned on
/// or blind; the failures of a blind one are not printed unless asked for, because whoever reads them tunes on them.
/// </summary>
public sealed class WholeSetTests(ITestOutputHelper output)
{
    private static readonly bool s_showBlind = Environment.GetEnvironmentVariable("OVERDOSEBOT_SHOW_BLIND") == "1";

    // What stands today, so that it cannot get worse unseen. The goal is 0.97 and none, and it is not reached on sets as hard as these.
    private static readonly Dictionary<string, (double Right, int Unsafe)> s_stands = new(StringComparer.Ordinal)
    {
        ["en-6-blind.tsv"] = (0.911, 5), // A spray that was missed or fell is taken back. A bare yes at the dose clock, and words that the dispatcher says too, are no good news any more; its labels are older.
        ["es-6-blind.tsv"] = (0.93, 0), // As above.
        ["mixed-7-blind.tsv"] = (0.92, 6),
        // Measured before the phrases were changed for them (430 and 208 right, 10 unsafe); not learned.
        ["en-8.tsv"] = (0.93, 3),
        ["es-8.tsv"] = (0.95, 1),
        // Their authors mended 30 and 20 labels and then the phrases (236 and 238 right before that, 5 and 5 unsafe); not learned.
        ["en-9.tsv"] = (0.95, 1),
        ["es-9.tsv"] = (0.95, 1),
        // Its author mended 24 labels and then the phrases (199 right and 16 unsafe before that); not learned.
        ["en-10.tsv"] = (0.92, 1),
        // Its author mended 12 labels, then the phrases (221 right before that, 5 unsafe); not learned.
        ["es-10.tsv"] = (0.95, 2),
    };

    public static TheoryData<string> Blind => [.. s_stands.Keys];

    public static TheoryData<string> Tuning => [.. Examples];

    /// <summary>All of them.</summary>
    public static TheoryData<string> Whole => [.. Examples, .. s_stands.Keys];

    /// <summary>Where a set lies.</summary>
    public static string PathOf(string file) =>
        Home.Of("dialogs", "examples", file) is var example && File.Exists(example) ? example : Home.Of("tests", "OverdoseBot.Understanding.Tests", "Messages", "whole", file);

    [Theory]
    [MemberData(nameof(Blind))]
    public void What_nobody_tuned_on_is_read_no_worse_than_it_was(string file) => Score(file, Home.Both, s_stands[file]);

    /// <summary>By the grammar alone: the second reader has learned these.</summary>
    [Theory]
    [MemberData(nameof(Tuning))]
    public void The_grammar_alone_reads_the_examples_no_worse_than_it_did(string file) => Score(file, Home.Readers, (0.72, 25));

    private static IEnumerable<string> Examples => Directory.GetFiles(Home.Of("dialogs", "examples"), "??-?.tsv").Where(f => f[^5] is '1' or '3' or '4' or '5').Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private void Score(string file, Readers readers, (double Right, int Unsafe) stands)
    {
        var blind = s_stands.ContainsKey(file);
        var read = Labelled.LoadWhole(PathOf(file)).Select(message => (Message: message, Reading: message.Read(readers, "en"))).ToList();
        foreach (var line in ByLabel(read))
        {
            output.WriteLine(line);
        }

        foreach (var (message, reading) in read.Where(r => (!blind || s_showBlind) && (!r.Message.IsRight(r.Reading) || Unsafe.Is(r.Message, r.Reading))))
        {
            output.WriteLine($"  {(Unsafe.Is(message, reading) ? "UNSAFE" : "wrong ")} {message.At} \"{message.Text}\" want {message.Answer} [{message.Facts}] {message.Intent} {message.Distress} {message.Language}"
                + $" got {reading.Answer ?? "unclear"} [{string.Join(' ', reading.Facts)}] {reading.Intent} {reading.Distress} {reading.Language} | {string.Join("; ", reading.Why)}");
        }

        var right = read.Count(r => r.Message.IsRight(r.Reading));
        var harm = read.Count(r => Unsafe.Is(r.Message, r.Reading));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {right} of {read.Count} right ({100.0 * right / read.Count:0.0} %), {harm} unsafe"));
        harm.ShouldBeLessThanOrEqualTo(stands.Unsafe);
        ((double)right / read.Count).ShouldBeGreaterThanOrEqualTo(stands.Right);
    }

    // How often each column is right, and each label where it was told.
    private static IEnumerable<string> ByLabel(List<(Labelled Message, Reading Reading)> read)
    {
        yield return Line("answer", read, r => r.Message with { Facts = "*", Intent = "*", Distress = "*", Language = "*" });
        yield return Line("facts", read, r => r.Message with { Answer = "*", Intent = "*", Distress = "*", Language = "*" });
        yield return Line("intent", read, r => r.Message with { Answer = "*", Facts = "*", Distress = "*", Language = "*" });
        yield return Line("distress", read, r => r.Message with { Answer = "*", Facts = "*", Intent = "*", Language = "*" });
        yield return Line("language", read, r => r.Message with { Answer = "*", Facts = "*", Intent = "*", Distress = "*" });
        foreach (var label in read.SelectMany(r => Labels(r.Message)).Distinct().Order(StringComparer.Ordinal))
        {
            yield return Line(label, read.Where(r => Labels(r.Message).Contains(label)), r => r.Message);
        }
    }

    private static IEnumerable<string> Labels(Labelled message) =>
        [$"at {message.At}", $"answer {message.Answer}", $"intent {message.Intent}", $"distress {message.Distress}", .. message.Facts.Split(' ').Select(f => $"fact {f}")];

    private static string Line(string name, IEnumerable<(Labelled Message, Reading Reading)> read, Func<(Labelled Message, Reading Reading), Labelled> told)
    {
        var all = read.ToList();
        return $"{name,-30} {all.Count(r => told(r).IsRight(r.Reading)),4} of {all.Count}";
    }
}
