using System.Collections.Immutable;
using OverdoseBot.Scripts.Tests.Rules;

namespace OverdoseBot.Scripts.Tests.Catalog;

/// <summary>A number that is past its day is told before a release; it never stops the service.</summary>
public sealed class LineDatesTests
{
    private static readonly Library Library = ScriptLibrary.Load(Example.Valid()).Library!;

    [Theory]
    [InlineData("2026-11-01", "2027-02-01", null, "2027-02-01", false)]
    [InlineData("2026-11-01", "2027-02-01", null, "2027-02-02", true)]
    [InlineData("2026-11-01", null, null, "2026-11-02", true)]
    [InlineData(null, "2027-02-01", null, "2026-11-02", true)]
    [InlineData(null, null, "Nobody could call it.", "2026-11-02", false)]
    [InlineData("2026-11-01", "2027-02-01", "It rang.", "2030-01-01", false)]
    public void A_line_is_due_by_its_day_unless_acknowledged(string? verified, string? by, string? acknowledged, string today, bool due)
    {
        var line = Library.Lines[0] with { Verified = Day(verified), CheckBy = Day(by), Acknowledged = acknowledged };

        LineDates.Overdue(Library with { Lines = ImmutableArray.Create(line) }, Day(today)!.Value).Length.ShouldBe(due ? 1 : 0);
    }

    [Fact]
    public void It_is_no_reason_not_to_serve() =>
        ScriptLibrary.Load(Example.Files("OD0055-line-numbers-were-checked-once")).Ok.ShouldBeTrue();

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
