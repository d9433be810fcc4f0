using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using OverdoseBot.Journal;

namespace OverdoseBot.Watching.Tests;

/// <summary>The list of all that is measured, and the page that explains it to operators.</summary>
public sealed partial class InstrumentTests
{
    public static TheoryData<string> Names => [.. Instruments.All.Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_has_a_name_by_convention_a_unit_and_a_description(string name)
    {
        var instrument = Instruments.All.Single(i => i.Name == name);
        NamePattern().IsMatch(name).ShouldBeTrue();
        (instrument.Unit == "s" || CountPattern().IsMatch(instrument.Unit!)).ShouldBeTrue(instrument.Unit);
        instrument.Description.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void None_is_missing_in_the_list()
    {
        var published = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (i, _) => published.Add(i) };
        Instruments.All.Count.ShouldBeGreaterThan(0);
        listener.Start();

        published.Where(i => i.Meter.Name.StartsWith(Instruments.Name, StringComparison.Ordinal)).ShouldBe(Instruments.All, ignoreOrder: true);
    }

    [Fact]
    public void The_operators_table_names_each_and_nothing_else() => NamesIn(Page()).ShouldBe(Instruments.All.Select(i => i.Name), ignoreOrder: true);

    [Fact]
    public void A_row_that_is_missing_or_too_many_is_found()
    {
        NamesIn(Page().Replace("| `overdosebot.cards`", "| overdosebot.cards", StringComparison.Ordinal)).Count.ShouldBe(Instruments.All.Count - 1);
        NamesIn(Page() + "\n| `overdosebot.hats` | Hats | None |").Count.ShouldBe(Instruments.All.Count + 1);
    }

    [Fact]
    public void Each_row_says_what_it_means_and_what_to_be_woken_for() =>
        RowPattern().Matches(Page()).ShouldAllBe(r => r.Value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length == 3);

    private static List<string> NamesIn(string page) => [.. RowPattern().Matches(page).Select(r => r.Groups[1].Value)];

    private static string Page() => File.ReadAllText(Path.Combine(Shipped.Root, "deploy", "watching.md"));

    [GeneratedRegex(@"^[a-z]+(\.[a-z]+)+$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^\{[a-z]+\}$")]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"^\| `([a-z.]+)`.*$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();
}
