namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>A conversation is saved under the name of its step: a name that was released is a step still, or the <c>was</c> of one.</summary>
public sealed class ReleasedStepsTests
{
    private static readonly string[] Released =
        [.. File.ReadAllLines(Path.Combine(Shipped.Root, "tests", "steps.golden")).Where(l => l.Length > 0 && l[0] != '#')];

    [Fact]
    public void No_released_step_is_lost()
    {
        var library = ScriptLibrary.Read(Shipped.Dialogs).Library!;

        Released.Where(r => library.Find(Place.Parse(r)) is null).ShouldBeEmpty("Leave the old name under \"was:\" of the step that took its place.");
    }

    [Fact]
    public void The_list_is_not_empty_and_in_order()
    {
        Released.ShouldNotBeEmpty();
        Released.ShouldBe(Released.Distinct().Order(StringComparer.Ordinal));
    }
}
