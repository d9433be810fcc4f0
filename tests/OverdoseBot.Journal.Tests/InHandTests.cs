using OverdoseBot.Journal.Alarms;

namespace OverdoseBot.Journal.Tests;

/// <summary>What a test waits for before it lets time go on: wrong for one instant, and a test fails once in a thousand runs.</summary>
public sealed class InHandTests
{
    private readonly InHand _inHand = new();

    [Fact]
    public void Nothing_is_in_hand_once_all_that_was_begun_has_ended()
    {
        _inHand.NoneWhile(() => true).ShouldBeTrue();
        _inHand.NoneWhile(() => false).ShouldBeFalse();
        _inHand.Begin();
        _inHand.NoneWhile(() => true).ShouldBeFalse();
        _inHand.End();
        _inHand.NoneWhile(() => true).ShouldBeTrue();
    }

    [Fact]
    public void What_begins_while_it_is_asked_is_seen_even_if_it_ends_at_once()
    {
        _inHand.NoneWhile(() => Do(_inHand.Begin)).ShouldBeFalse();
        _inHand.End();
        _inHand.NoneWhile(() => Do(_inHand.Begin) && Do(_inHand.End)).ShouldBeFalse();
    }

    private static bool Do(Action act)
    {
        act();
        return true;
    }
}
