using System.Collections.Immutable;

namespace OverdoseBot.Paths;

/// <summary>All rules that the walk asserts on every turn, in the order of ARCHITECTURE section 7.</summary>
internal static class SafetyRules
{
    public static ImmutableArray<Invariant> All { get; } =
    [
        new FirstMessage(), new CallLineHeads(), new CallQuestion(), new CallButton(), new RightNumber(), new BadBreathing(), new NaloxoneNotFirst(),
        new UnclearIsWorse(), new SilenceIsWorse(), new HandsBusy(), new SideStates(), new NoSilenceClock(), new CallTapWaits(),
        new OpinionOnlyOffers(), new DistressCostsNothing(), new HandOffBeside(), new NoLineBesideCare(), new StoppedBreathing(), new NextDose(), new DoseClock(), new DoseClockRings(), new DoseClockLives(), new LooksApart(),
        new Claims(), new FaultIsSafe(), new NothingFails(), new SomethingIsSent(), new FitsSms(), new GuideIsTop(),
        new MovesKeepTheStep(), new InTheirLanguage(), new SameAgain(), new TappedTwice(), new FitIsNotShaken(),
        new PracticeIsMarked(), new PracticeCanBeLeft(), new PracticeStaysPractice(), new FollowsTheProtocol(),
    ];
}
